/**
 * Keeps a picture that hangs the page from locking the user out. While a picture is drawn for the first time a mark stands in
 * `localStorage`, which, other than `storage.local`, is written before the next line runs and from a page that is being closed. A page that hangs never takes it away: the next
 * one finds it and draws no pictures until the user says so.
 */
const key = 'images'
const drawing = 'drawing'
const stopped = 'stopped'
/** Held while the mark stands, and let go by a page that has gone: so that two pages don't take each other for a hung one. */
const lockName = 'images'
/** How long a page has to go on working with its pictures before they count as drawn, in milliseconds. */
const trialMs = 1_000

const admitted = new Set<string>()
const listeners = new Set<() => void>()
let decision: Promise<boolean> | undefined
let underWay = 0
let marking: Promise<void> | undefined
let letGo: (() => void) | undefined

/** Whether an earlier page never finished drawing its pictures, so that none is drawn. Decided once for the page. */
export function areImagesStopped(): Promise<boolean> {
  decision ??= decide()
  return decision
}

/** Draws pictures again, here and in every page that is opened. */
export function allowImages(): void {
  write(undefined)
  decision = Promise.resolve(false)
  for (const listener of listeners) listener()
}

/** Calls `listener` when pictures are allowed again; gives what ends that. */
export function onImagesAllowed(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether this page has drawn the picture already. */
export function isAdmitted(url: string): boolean {
  return admitted.has(url)
}

/**
 * Resolves when a picture may be drawn, with a function to call when it has loaded or failed to; with undefined if none may.
 */
export async function admitImage(url: string): Promise<(() => void) | undefined> {
  if (await areImagesStopped()) return undefined
  underWay++
  marking ??= mark()
  await marking
  admitted.add(url)
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    afterTrial()
  }
}

async function mark(): Promise<void> {
  write(drawing)
  holdLock()
  addEventListener('pagehide', clear)
  // Firefox hands over at the end of the task what was written in it.
  await nextFrame()
  await nextFrame()
}

async function afterTrial(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, trialMs))
  await nextFrame()
  if (--underWay === 0) clear()
}

function clear(): void {
  marking = undefined
  if (read() === drawing) write(undefined)
  letGo?.()
  letGo = undefined
  removeEventListener('pagehide', clear)
}

async function decide(): Promise<boolean> {
  const state = read()
  if (state !== drawing) return state === stopped
  const { held = [] } = await navigator.locks.query()
  if (held.some(({ name }) => name === lockName)) return false
  write(stopped)
  return true
}

function holdLock(): void {
  const release = new Promise<void>(resolve => {
    letGo = resolve
  })
  navigator.locks.request(lockName, { mode: 'shared' }, () => release).catch(() => {})
}

/** A page in the background draws none: there time passes instead. */
function nextFrame(): Promise<unknown> {
  return new Promise(resolve => {
    requestAnimationFrame(resolve)
    setTimeout(resolve, 100)
  })
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Where nothing can be kept, pictures are drawn all the same: the user may switch them off. */
function write(state: string | undefined): void {
  try {
    if (state === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, state)
  } catch {
    // As said above.
  }
}
