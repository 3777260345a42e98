import { within } from './timeout'

/** What is done by one at a time. Each has a lock of its own, so that none waits for the others. */
type Exclusive = 'storage' | 'session starts' | 'role tabs' | 'asked links' | 'log'

/**
 * Runs `work` while no other page of the extension, nor its background script, runs work of the same kind. Returns its result
 * and passes on its errors.
 */
export function exclusively<Result>(
  work: () => Promise<Result>,
  kind: Exclusive = 'storage',
): Promise<Result> {
  return navigator.locks.request(kind, work)
}

/** How long a reloaded page waits for its predecessor to close, in milliseconds. */
const holdTimeoutMs = 1_000
const pageIdKey = 'page'
const pageLockPrefix = 'page '

let claimed: Promise<string> | undefined

/**
 * Returns an id that no other open page of the extension has and that survives a reload. A duplicated tab gets a new one.
 */
export function claimPageId(): Promise<string> {
  claimed ??= claim()
  return claimed
}

async function claim(): Promise<string> {
  const before = sessionStorage.getItem(pageIdKey)
  if (before !== null && (await hold(before, holdTimeoutMs))) return before
  const fresh = crypto.randomUUID()
  sessionStorage.setItem(pageIdKey, fresh)
  await hold(fresh, holdTimeoutMs)
  return fresh
}

export async function openPageIds(): Promise<ReadonlySet<string>> {
  const { held = [] } = await within(navigator.locks.query())
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(pageLockPrefix) ? [name.slice(pageLockPrefix.length)] : [])),
  )
}

/** Holds the id's lock until the page closes. Resolves with whether it got the lock in time. */
function hold(id: string, milliseconds: number): Promise<boolean> {
  return new Promise(resolve => {
    navigator.locks
      .request(pageLockPrefix + id, { signal: AbortSignal.timeout(milliseconds) }, () => {
        resolve(true)
        return new Promise(() => {})
      })
      .catch(() => resolve(false))
  })
}
