import { randomBytes } from 'node:crypto'
import type { Partition } from './partitions'
import type { Role } from './role'
import type { SignIn } from './sign-in'

export interface ClassicSession {
  readonly signIn: SignIn
  readonly csrf: string
  /** The role that was switched to. */
  role?: Role
}

export interface Session {
  /** `<12 digits>-<8 letters or digits>`; the digits are those of the account that the session is in. */
  readonly id: string
  readonly signIn: SignIn
  /** The role that the session was opened for by a switch. */
  readonly role?: Role
}

/** A switch that was allowed and waits for its destination to be opened. */
interface Pending {
  readonly session: Session
  readonly redirectUri: string
}

/** What one browser, known by its cookie, is signed in to in one partition. */
export interface Browser {
  readonly cookie: string
  readonly partition: Partition
  classic?: ClassicSession
  /** Open multi-session sessions by id, the most recent last. */
  readonly sessions: Map<string, Session>
  /** By session id. */
  readonly pending: Map<string, Pending>
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
    const browser: Browser = { cookie: token(), partition, sessions: new Map(), pending: new Map() }
    this.#byCookie.set(browser.cookie, browser)
    return browser
  }

  clear(): void {
    this.#byCookie.clear()
  }
}

/** An unguessable name, for cookies and CSRF tokens. */
export function token(): string {
  return randomBytes(16).toString('hex')
}

/** A new session's id in an account. */
export function newSessionId(account: string): string {
  return `${account}-${randomBytes(4).toString('hex')}`
}
