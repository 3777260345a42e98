import type { Session } from '../aws/session'
import type { CookieJar } from '../lib/cookie-jar'
import { idOf } from '../sessions/known-sessions'
import { signInOf } from '../sessions/session-clock'

/** Returns what names a session in the log: its id in multi-session mode, the sign-in in classic mode. */
export function nameOfSession(session: Session, jar: CookieJar): string {
  return idOf(session) ?? signInOf(session, jar)
}
