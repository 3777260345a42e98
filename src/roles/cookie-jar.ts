/** Whose cookies a tab has. What is signed in in one jar is unknown in all others. */
export interface CookieJar {
  /** Whether it is a private window's. */
  readonly isPrivate: boolean
  /** The store's name in Firefox, which has one for each container; absent in browsers that have one store and a private one. */
  readonly cookieStoreId?: string
}

/** Whether they are the same jar. */
export function isSameJar(one: CookieJar, other: CookieJar): boolean {
  return one.isPrivate === other.isPrivate && one.cookieStoreId === other.cookieStoreId
}

/** The jar alone of what has one. */
export function jarOf({ isPrivate, cookieStoreId }: CookieJar): CookieJar {
  return { isPrivate, ...(cookieStoreId !== undefined && { cookieStoreId }) }
}

/** A name of the jar, in one word. */
export function jarName({ isPrivate, cookieStoreId }: CookieJar): string {
  if (isPrivate) return 'private'
  return cookieStoreId === undefined || cookieStoreId === 'firefox-default' ? 'usual' : cookieStoreId
}
