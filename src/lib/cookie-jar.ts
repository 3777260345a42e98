/** Whose cookies a tab has. What is signed in in one jar is unknown in all others. */
export interface CookieJar {
  /** Whether it is a private window's. */
  readonly isPrivate: boolean
  /** The store's name in Firefox, which has one for each container; absent in browsers that have one store and a private one. */
  readonly cookieStoreId?: string | undefined
}

/** An open tab. The browser gives its URL only if the user has allowed that. */
export interface TabSeen extends CookieJar {
  readonly id: number
  readonly url?: string
}

/** A name of the jar, in one word: those of the same jar are the same. */
export function jarName({ isPrivate, cookieStoreId = 'usual' }: CookieJar): string {
  return isPrivate ? 'private' : cookieStoreId
}

/** Whether they are the same jar. */
export function isSameJar(one: CookieJar, other: CookieJar): boolean {
  return jarName(one) === jarName(other)
}

/** The jar alone of what has one. */
export function jarOf({ isPrivate, cookieStoreId }: CookieJar): CookieJar {
  return { isPrivate, cookieStoreId }
}

/** Whether the jar is a container's or a private window's: a new tab has it only if it is opened from one that has. */
export function isApart(jar: CookieJar): boolean {
  return jar.isPrivate || isContainer(jar)
}

/** Whether it is a container's. */
export function isContainer({ cookieStoreId = '' }: CookieJar): boolean {
  return cookieStoreId.startsWith('firefox-container-')
}
