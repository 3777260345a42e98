import { type Partition, partitionOfRegion } from '../src/aws/partitions'
import type { Session } from '../src/aws/session'
import { askWith, type DataRequest } from '../src/browser/messaging'
import type { Role } from '../src/config/resolve/role'
import { after } from '../src/lib/after'
import { type CookieJar, jarName } from '../src/lib/cookie-jar'
import type { LogEntry, LoggedHow } from '../src/log/log-entry'
import { nameOfSession } from '../src/log/session-name'
import { durationOf } from '../src/sessions/session-clock'
import { readSettings } from '../src/settings/settings'
import { askBrowser } from './ask-browser'
import { originOf } from './choice-origin'
import type { Facts } from './menu-data'

/** How long the menu waits for the background script to write, in milliseconds. It may have to start first. */
const logTimeoutMs = 2_000

interface Logged {
  readonly how: LoggedHow
  readonly jar: CookieJar
  readonly partition: Partition
  /** The region of the page, if the role has none. */
  readonly region?: string | undefined
  /** The session that was opened, if it is known. */
  readonly session?: Session
}

/**
 * Has the background script write into the user's log that the role was opened, unless the log is off or the window is
 * private. Never rejects: the settings say if it couldn't be written.
 */
export async function logSwitch(role: Role, { how, jar, partition, region, session }: Logged): Promise<void> {
  const { name, roleName, account, givenReason } = role
  const pageRegion = region !== undefined && partitionOfRegion(region) === partition ? region : undefined
  const shown = role.region ?? pageRegion
  const duration = session && durationOf(session, role)
  await tell('log-switch', jar, {
    id: crypto.randomUUID(),
    at: Date.now(),
    profile: name,
    roleName,
    account,
    partition,
    ...(shown !== undefined && { region: shown }),
    how,
    from: originOf(role),
    ...(givenReason !== undefined && { reason: givenReason }),
    ...(session &&
      duration && {
        session: { jar: jarName(jar), name: nameOfSession(session, jar), seconds: duration.seconds },
      }),
  } satisfies LogEntry)
}

/** Logs a role that was opened through a portal, or by a form in a container: in a session that Rolecall doesn't see. */
export async function logOpened(role: Role, { tab, consoleTab }: Facts, partition: Partition): Promise<void> {
  const how = role.portal === undefined ? 'form' : 'portal'
  await logSwitch(role, { how, jar: tab, partition, region: consoleTab?.place.region })
}

/** Has the background script note that the session has ended just now. Never rejects. */
export async function logEnd(session: Session, jar: CookieJar): Promise<void> {
  await tell('log-end', jar, { jar: jarName(jar), name: nameOfSession(session, jar) })
}

async function tell(request: DataRequest, { isPrivate }: CookieJar, data: object): Promise<void> {
  if (isPrivate || !(await readSettings(askBrowser().local)).log) return
  const ask = () => askWith(request, data)
  // The browser may have stopped the script halfway. It writes an entry only once.
  await Promise.race([ask().catch(ask), after(logTimeoutMs)]).catch(() => {})
}
