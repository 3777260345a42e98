/**
 * The key of a mark that keeps a picture that hangs the page from locking the user out. The mark is in `localStorage` while
 * a picture is drawn for the first time. Unlike `storage.local`, it is written before the next line runs, even from a page
 * that is closing. A page that hangs never removes it, so the next page finds it and draws no pictures until the user allows
 * them again.
 */
const key = 'images'
const drawingState = 'drawing'
const stoppedState = 'stopped'
/**
 * A lock held while the mark is set and released when the page closes, so that two pages don't take each other for a hung
 * one.
 */
const lockName = 'images'
/** How long a page must keep working with its pictures before they count as drawn, in milliseconds. */
const trialMs = 1_000

const admitted = new Set<string>()
const listeners = new Set<() => void>()
let decision: Promise<boolean> | undefined
let underWay = 0
let beginning: Promise<void> | undefined
let letGo: (() => void) | undefined

/** Whether an earlier page never finished drawing its pictures, so that none are drawn. Decided once per page. */
export function areImagesStopped(): Promise<boolean> {
  decision ??= decide()
  return decision
}

/** Allows pictures again, here and in every page opened later. */
export function allowImages(): void {
  write(undefined)
  decision = Promise.resolve(false)
  for (const listener of listeners) listener()
}

/** Calls `listener` when pictures are allowed again. Returns a function that stops this. */
export function onImagesAllowed(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether this page has already drawn the picture. */
export function isAdmitted(url: string): boolean {
  return admitted.has(url)
}

/**
 * Resolves when a picture may be drawn, with a function to call when it has loaded or failed; with undefined if no pictures
 * may be drawn.
 */
export async function admitImage(url: string): Promise<(() => void) | undefined> {
  if (await areImagesStopped()) return undefined
  underWay++
  beginning ??= beginTrial()
  await beginning
  admitted.add(url)
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    afterTrial()
  }
}

async function beginTrial(): Promise<void> {
  write(drawingState)
  holdLock()
  addEventListener('pagehide', clear)
  // Firefox writes at the end of the task.
  await nextFrame()
  await nextFrame()
}

async function afterTrial(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, trialMs))
  await nextFrame()
  if (--underWay === 0) clear()
}

function clear(): void {
  beginning = undefined
  if (read() === drawingState) write(undefined)
  letGo?.()
  letGo = undefined
  removeEventListener('pagehide', clear)
}

async function decide(): Promise<boolean> {
  const state = read()
  if (state !== drawingState) return state === stoppedState
  const { held = [] } = await navigator.locks.query()
  if (held.some(({ name }) => name === lockName)) return false
  write(stoppedState)
  return true
}

function holdLock(): void {
  const release = new Promise<void>(resolve => {
    letGo = resolve
  })
  navigator.locks.request(lockName, { mode: 'shared' }, () => release).catch(() => {})
}

/** Waits for the next frame. A page in the background draws none, so a delay replaces it. */
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

/** If nothing can be stored, pictures are drawn anyway: the user can turn them off. */
function write(state: string | undefined): void {
  try {
    if (state === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, state)
  } catch {
    // See above.
  }
}
