import { randomBytes, randomInt } from 'node:crypto'
import type { Partition } from './partitions'
import type { Role } from './role'
import type { SignIn } from './sign-in'

export interface ClassicSession {
  readonly signIn: SignIn
  /** The raw value of the token; a shape says how it is presented: see `csrf.ts`. */
  readonly csrf: number
  /** The role that was switched to. */
  role?: Role
}

export interface Session {
  /** `<12 digits>-<4 to 40 letters or digits>`; the digits are those of the account that the session is in. */
  readonly id: string
  readonly signIn: SignIn
  /** The region that it was opened in. */
  readonly region: string
  readonly csrf: number
  /** The role that the session was opened for by a switch. */
  readonly role?: Role
}

/** A switch that was allowed and waits for its destination to be opened. */
interface Pending {
  readonly session: Session
  readonly redirectUri: string
}

/** The sign-ins of one browser, known by its cookie, in one partition. */
export interface Browser {
  readonly cookie: string
  readonly partition: Partition
  classic?: ClassicSession
  /** Open multi-session sessions by id, the most recent last. */
  readonly sessions: Map<string, Session>
  /** By session id. */
  readonly pending: Map<string, Pending>
  /** Ids of sessions whose page has asked for a token, which made one. */
  readonly minted: Set<string>
}

export const sessionLimit = 5
export const cookieName = 'demo-console'

/** Every browser that has signed in. */
export class Browsers {
  readonly #byCookie = new Map<string, Browser>()

  find(cookie: string | undefined, partition: Partition): Browser | undefined {
    const found = this.#byCookie.get(cookie ?? '')
    return found?.partition === partition ? found : undefined
  }

  create(partition: Partition): Browser {
    const browser: Browser = {
      cookie: token(),
      partition,
      sessions: new Map(),
      pending: new Map(),
      minted: new Set(),
    }
    this.#byCookie.set(browser.cookie, browser)
    return browser
  }

  clear(): void {
    this.#byCookie.clear()
  }
}

/** An unguessable name, for cookies and nonces. */
export function token(): string {
  return randomBytes(16).toString('hex')
}

/** A new sign-in's CSRF token, before a shape gives it a type. */
export function newCsrf(): number {
  return randomInt(1_000_000_000, 10_000_000_000)
}

/** A new session's id in an account, with so many letters and digits. */
export function newSessionId(account: string, length: number): string {
  const letters = randomBytes(length)
    .toString('hex')
    .slice(0, length - 1)
  // Hardly ever all digits or all letters by chance, so it is both on purpose.
  return `${account}-${letters}z`
}
