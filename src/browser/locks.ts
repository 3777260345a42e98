import { within } from './timeout'

/** Runs `work` while no other page of the extension's, nor its background script, does. Gives and throws what it does. */
export function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('storage', work)
}

/** How long a reloaded page waits for the one before it to be gone, in milliseconds. */
const holdTimeoutMs = 1_000
const pageIdKey = 'page'
const prefix = 'page '

let claimed: Promise<string> | undefined

/**
 * An id of this page that no other open page of the extension's has, and that stays through a reload. A copy of a tab gets
 * another one.
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

/** The ids of the extension's pages that are open. */
export async function openPageIds(): Promise<ReadonlySet<string>> {
  const { held = [] } = await within(navigator.locks.query())
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}

/** Holds the id's lock until the page is gone. Gives whether it could be had in time. */
function hold(id: string, milliseconds: number): Promise<boolean> {
  return new Promise(resolve => {
    navigator.locks
      .request(prefix + id, { signal: AbortSignal.timeout(milliseconds) }, () => {
        resolve(true)
        return new Promise(() => {})
      })
      .catch(() => resolve(false))
  })
}
