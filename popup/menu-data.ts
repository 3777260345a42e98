import type { Tab } from '../src/browser/tabs'
import type { Account, Session } from '../src/console/session'
import { isCurrent } from '../src/roles/is-current'
import { baseOf, idOf, type OpenSession, openSessionOf } from '../src/roles/open-sessions'
import { inOrder } from '../src/roles/order'
import { search } from '../src/roles/search'
import { type Clock, clockOf, durationOf, type SessionStart } from '../src/roles/session-clock'
import { type Switchable, switchable } from '../src/roles/switchable'
import { habitsOf, type Use } from '../src/roles/use'
import type { ParsedConfiguration } from '../src/storage/configuration'
import type { MenuLayout } from '../src/storage/menu-layout'
import type { Settings } from '../src/storage/settings'
import type { ConsoleTab } from './load'
import type { MenuData } from './state'

/** All that a menu is made of. */
export interface Facts {
  readonly tab: Tab
  /** Absent where the tab shows no console page that somebody is signed in to. */
  readonly consoleTab?: ConsoleTab
  readonly configuration: ParsedConfiguration
  readonly settings: Settings
  readonly layout: MenuLayout
  readonly uses: readonly Use[]
  readonly teamFailed: boolean
  /** When the sessions of roles began. */
  readonly starts: readonly SessionStart[]
  /** The open sessions that are known of; the tab's own is the last. None in classic mode. */
  readonly sessions: readonly OpenSession[]
}

/** The menu that the facts make. Takes time in proportion to the number of roles. */
export function menuData(facts: Facts): MenuData {
  const { consoleTab, configuration, settings, layout, uses, teamFailed, sessions } = facts
  const { session, url } = consoleTab ?? {}
  const base = session && baseOf(session, sessions)
  const others = sessions.filter(({ id }) => !session || id !== idOf(session))
  const here = switchable(configuration.targets, session, settings)
  const {
    roles: offered,
    hidden,
    fromBase,
  } = base ? withBase(here, facts, base) : { ...here, fromBase: none }
  const roles = inOrder(offered, settings.order, habitsOf(uses, layout.pinned), url)
  return {
    ...(session && { session }),
    ...(url !== undefined && { page: url }),
    roles,
    hidden,
    errors: configuration.errors,
    teamFailed,
    hideAccountIds: settings.hideAccountIds,
    density: settings.density,
    search: search(roles),
    headings: settings.order === 'group',
    ...layout,
    confirmGroups: settings.confirmGroups,
    sessions,
    base,
    fromBase,
    openIn: role => openSessionOf(role, others),
    backTo: session && backTo(session, base),
    clock: session && clockIn(session, facts),
  }
}

/** The clock of the tab's session, where it is in a role. */
function clockIn(session: Session, { tab, starts, configuration }: Facts): Clock | undefined {
  const role =
    session.switched || session.signedInRole !== undefined
      ? configuration.targets.roles.find(role => isCurrent(role, session))
      : undefined
  const duration = durationOf(session, role)
  return duration === undefined ? undefined : clockOf(starts, session, tab.isPrivate, Date.now(), duration)
}

const none: ReadonlySet<string> = new Set()

/** What `here` offers and, in file order among it, what the base account's session does. */
function withBase(here: Switchable, { configuration, settings }: Facts, base: OpenSession) {
  const { targets } = configuration
  const there = switchable(targets, base.session, settings)
  const fromBase = new Set(there.roles.map(({ name }) => name))
  const offered = new Set([...here.roles, ...there.roles])
  return {
    roles: targets.roles.filter(role => offered.has(role)),
    hidden: here.hidden.filter(({ name }) => !fromBase.has(name)),
    fromBase,
  }
}

/** The account that a switched role can be left for: in multi-session mode one whose session is known. */
function backTo({ mode, switched, base }: Session, from: OpenSession | undefined): Account | undefined {
  if (!switched) return undefined
  return mode.kind === 'classic' ? base : from?.session.base
}
