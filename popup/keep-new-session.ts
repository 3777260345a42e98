import { consolePlace } from '../src/aws/console-place'
import type { Session } from '../src/aws/session'
import { isSessionId, sessionOfHost } from '../src/aws/session-host'
import type { Role } from '../src/config/resolve/role'
import { type CookieJar, jarOf } from '../src/lib/cookie-jar'
import { idOf, newSession } from '../src/sessions/known-sessions'
import { keepSession } from '../src/sessions/stored-sessions'
import { noteSession } from '../src/sessions/stored-starts'
import { logSwitch } from './log-switch'

/**
 * Logs the switch, and stores what the response says about the new session. If it can't be stored, the menu just can't show it
 * as open.
 */
export async function keepNewSession(
  role: Role,
  from: Session,
  destination: string,
  tab: number | undefined,
  { jar, region }: { readonly jar: CookieJar; readonly region: string | undefined },
): Promise<void> {
  const id = sessionOfDestination(destination)
  const base = idOf(from)
  const session = id === undefined ? undefined : newSession(role, from, id)
  const { partition } = from
  await logSwitch(role, { how: 'switch', jar, partition, region, ...(session && { session }) })
  if (id === undefined || !session || tab === undefined || base === undefined) return
  await keepSession({ id, session, tab, from: base, ...jarOf(jar), seen: Date.now() }).catch(() => {})
  await noteSession(session, jar, role)
}

/** Returns the new session's name. Source: docs/console.md, “Multi-session switch”. */
function sessionOfDestination(destination: string): string | undefined {
  const { hostname, searchParams } = new URL(destination)
  const hint = searchParams.get('login_hint') ?? ''
  return isSessionId(hint) ? hint : consolePlace(destination) && sessionOfHost(hostname)
}
