import { type ItemsRead, storedItem, valueIn } from '../browser/stored-item'
import { type CookieJar, isSameJar, jarOf } from '../lib/cookie-jar'

/** Roles that a page is still to be opened in: AWS keeps fewer sessions than roles were ticked. */
export interface LeftRoles extends CookieJar {
  /** Names of their profiles, in the order in which they were ticked. */
  readonly names: readonly string[]
  /** Names of the profiles of the roles that the page was opened in, whose sessions may make room. */
  readonly opened: readonly string[]
  /** The console page to open. */
  readonly page?: string
  /** When the last of those roles was opened, in milliseconds since 1970. */
  readonly at: number
}

/** How long the menu offers them, in milliseconds. Most role sessions have ended by then. */
const offeredMs = 3_600_000

export const leftRolesItem = storedItem<LeftRoles | 'none'>({
  key: 'leftRoles',
  area: 'session',
  version: 1,
  default: 'none',
  check: stored => (stored === 'none' || isLeft(stored) ? stored : undefined),
})

/** Stores them, or with no names forgets them. Nothing about a private window is stored. */
export async function keepLeft({ names, opened, page, ...tab }: Omit<LeftRoles, 'at'>): Promise<void> {
  if (tab.isPrivate) return
  const left = { names, opened, ...(page !== undefined && { page }), ...jarOf(tab), at: Date.now() }
  await leftRolesItem.set(names.length === 0 ? 'none' : left)
}

/** Whether there are any in what has been read, in whichever cookie jar. */
export async function hasLeft(read: ItemsRead): Promise<boolean> {
  const left = valueIn(await leftRolesItem.get(read))
  return left !== undefined && left !== 'none'
}

/** Returns the roles that are left in the tab's cookie jar, from `read` if given; undefined if there are none. */
export async function readLeft(jar: CookieJar, read?: ItemsRead): Promise<LeftRoles | undefined> {
  const left = valueIn(await leftRolesItem.get(read))
  if (left === undefined || left === 'none' || !isSameJar(left, jar)) return undefined
  return Math.abs(Date.now() - left.at) < offeredMs ? left : undefined
}

function isLeft(stored: unknown): stored is LeftRoles {
  if (typeof stored !== 'object' || stored === null) return false
  const { names, opened, page, at, isPrivate } = stored as Partial<Record<keyof LeftRoles, unknown>>
  return (
    isNames(names) &&
    isNames(opened) &&
    (page === undefined || (typeof page === 'string' && URL.canParse(page))) &&
    typeof at === 'number' &&
    typeof isPrivate === 'boolean'
  )
}

function isNames(stored: unknown): boolean {
  return Array.isArray(stored) && stored.every(name => typeof name === 'string')
}
