import type { MarkMessage } from '../src/marks/answer-pages'

interface Api {
  readonly runtime: {
    /** Undefined once the extension was updated or removed: Chromium lets its scripts live on. */
    readonly id?: string
    sendMessage(message: string): Promise<MarkMessage | undefined>
    readonly onMessage: { addListener(listener: (message: unknown) => void): void }
  }
}

declare const browser: Api | undefined
declare const chrome: Api

export const { runtime } = typeof browser === 'undefined' ? chrome : browser

/** Tells later scripts what this one has put into the page. */
export const extension = runtime.id ?? ''

/** Something that the script keeps in the page. */
interface Part {
  /** Whether another script has taken it over. */
  isTaken(): boolean
  /** Takes it out of the page. */
  remove(): void
  leave(): void
}

const parts: Part[] = []
let hasEnded = false

/** Adds a part that ends with the script. */
export function addPart(part: Part): void {
  parts.push(part)
}

/**
 * Whether the script has to keep out of the page, for good: either its extension is gone, and it removes what it has put
 * there, or another script has taken that over.
 */
export function isOver(): boolean {
  if (hasEnded) return true
  const isTaken = parts.some(part => part.isTaken())
  if (!isTaken && isAlive()) return false
  hasEnded = true
  for (const part of parts) {
    if (isTaken) part.leave()
    else part.remove()
  }
  return true
}

function isAlive(): boolean {
  try {
    return runtime.id !== undefined
  } catch {
    return false
  }
}
