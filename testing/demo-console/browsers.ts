import { randomBytes, randomInt } from 'node:crypto'
import type { Partition } from './partitions'
import type { Role } from './role'
import type { SignIn } from './sign-in'

export interface ClassicSession {
  readonly signIn: SignIn
  /** The raw value of the token. The shape says how the page hands it out: see `csrf.ts`. */
  readonly csrf: number
  /** The role that was switched to. */
  role?: Role
}

export interface Session {
  /** `<12 digits>-<4 to 40 letters or digits>`. The digits are those of the session's account. */
  readonly id: string
  readonly signIn: SignIn
  /** The region in which the session was opened. */
  readonly region: string
  readonly csrf: number
  /** The role that a switch opened the session for. */
  readonly role?: Role
}

/** A granted switch whose destination hasn't been opened yet. */
interface Pending {
  readonly session: Session
  readonly redirectUri: string
}

/** One browser's sign-ins in one partition. Its cookie identifies it. */
export interface Browser {
  readonly cookie: string
  readonly partition: Partition
  classic?: ClassicSession
  /** Open multi-session sessions by id, the most recent last. */
  readonly sessions: Map<string, Session>
  /** By session id. */
  readonly pending: Map<string, Pending>
  /** Ids of sessions whose page has asked for a token, and so created one. */
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

  /** Ends the multi-session sessions in a role of this display name; without a name, all sessions and sign-ins. */
  end(displayName?: string): void {
    for (const browser of this.#byCookie.values()) {
      if (displayName === undefined) delete browser.classic
      for (const { id, role } of browser.sessions.values()) {
        if (displayName === undefined || role?.displayName === displayName) browser.sessions.delete(id)
      }
    }
  }

  clear(): void {
    this.#byCookie.clear()
  }
}

/** Returns an unguessable name, for cookies and nonces. */
export function token(): string {
  return randomBytes(16).toString('hex')
}

/** Returns a new sign-in's CSRF token, before a shape gives it a type. */
export function newCsrf(): number {
  return randomInt(1_000_000_000, 10_000_000_000)
}

/** Returns a new session's id in an account, with this many letters and digits. */
export function newSessionId(account: string, length: number): string {
  const letters = randomBytes(length)
    .toString('hex')
    .slice(0, length - 1)
  // Random letters and digits are hardly ever all digits or all letters, so this adds one of each.
  return `${account}-${letters}z`
}
