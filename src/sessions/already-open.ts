import type { Role } from '../config/resolve/role'
import { isCurrent } from '../roles/is-current'
import type { OpenSession } from './known-sessions'

/** Returns the given session, if any, that has the role open in a tab. */
export function openSessionOf(role: Role, sessions: readonly OpenSession[]): OpenSession | undefined {
  return sessions.find(({ session, tab }) => tab !== undefined && isCurrent(role, session))
}
