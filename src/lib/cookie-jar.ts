/** A tab's cookie jar. A session in one jar doesn't exist in any other. */
export interface CookieJar {
  /** Whether it belongs to a private window. */
  readonly isPrivate: boolean
  /** The store's name in Firefox, which has one per container; absent in browsers with one regular and one private store. */
  readonly cookieStoreId?: string | undefined
}

/** An open tab. The browser gives its URL only if the user has allowed that. */
export interface TabSeen extends CookieJar {
  readonly id: number
  readonly url?: string
  /** Whether it is still on its way to a page. */
  readonly isLoading?: true
}

/** Returns a one-word name for the jar; equal jars have equal names. */
export function jarName({ isPrivate, cookieStoreId = 'usual' }: CookieJar): string {
  return isPrivate ? 'private' : cookieStoreId
}

export function isSameJar(one: CookieJar, other: CookieJar): boolean {
  return jarName(one) === jarName(other)
}

/** Returns a copy with only the fields of a cookie jar. */
export function jarOf({ isPrivate, cookieStoreId }: CookieJar): CookieJar {
  return { isPrivate, cookieStoreId }
}

/** Whether the jar is a container's or a private window's. A new tab only gets it if opened from a tab that has it. */
export function isApart(jar: CookieJar): boolean {
  return jar.isPrivate || isContainer(jar)
}

export function isContainer({ cookieStoreId = '' }: CookieJar): boolean {
  return cookieStoreId.startsWith('firefox-container-')
}
