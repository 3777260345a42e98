import { maxOpenSessions } from '../src/aws/session-limits'
import { hasContainers } from '../src/browser/runtime'
import type { Role } from '../src/config/resolve/role'
import { beforeSwitch } from '../src/roles/before-switch'
import { isCurrent } from '../src/roles/is-current'
import { readQuery } from '../src/roles/query'
import type { OpenSession } from '../src/sessions/known-sessions'
import { forgetSession } from '../src/sessions/stored-sessions'
import { rememberRole } from '../src/storage/used-roles'
import { hostToConfirm } from '../src/switching/confirmed-hosts'
import { type Ending, endingOf } from './ending-of'
import type { OpenMode } from './keys'
import type { Row } from './list/rows'
import type { Facts } from './menu-data'
import { openInContainer } from './open-in-container'
import { openPortalRole } from './open-portal-role'
import type { Action, State, Waiting } from './state'
import { goAgain, goTo, moveHere, openForm, renew, showTab, signOutOf, switchBack, switchTo } from './switch'
import type { BlockedTab, ConsoleTab } from './tab/console-tab'

/** The menu, as far as it is needed to carry out what is chosen in it. */
interface ChoosingMenu {
  getState(): State
  getFacts(): Facts | undefined
  dispatch(action: Action): void
  /** Changes the data behind the menu. */
  learn(change: Partial<Facts>): void
  /** Returns the data for a choice: what is pasted takes the place of the page. */
  aimed(): Facts | undefined
  /** Resolves once the open sessions are known, as far as possible. */
  looked(): Promise<void> | undefined
  /** Collapses or expands the group of the row. */
  foldGroup(row: Row, folded: boolean): Promise<void>
}

interface OpenRoleOptions {
  readonly evenIfFull?: boolean
  /** Whether the host of its portal has just been confirmed. */
  readonly isHostConfirmed?: boolean
  /** The sign-in host to use in place of the page's. */
  readonly signInHost?: string
}

/** Milliseconds without an answer until another sign-in host is offered. */
const slowAfterMs = 4_000

export type Choosing = ReturnType<typeof createChoosing>

/** Returns what the menu does with a choice. None of it is needed before the first one, so it is loaded after the list. */
export function createChoosing(menu: ChoosingMenu) {
  const { getState, getFacts, dispatch } = menu
  /** The last choice, so that it can be tried again in another way. */
  let lastChoice: Waiting | undefined
  /** Number of attempts so far: the outcome of one counts only until the next one starts. */
  let attempts = 0

  /** `isUnaimed` if the user only pressed Enter: that alone never leads to production. */
  async function choose(row: Row, how: OpenMode, isUnaimed = false): Promise<void> {
    if (row.kind === 'role') await menu.looked()
    const { consoleTab } = menu.aimed() ?? {}
    const shown = getState()
    if (isSwitching() || shown.kind !== 'menu') return
    if (row.kind === 'group') return menu.foldGroup(row, !row.folded)
    if (row.kind === 'switch-back') return goBack()
    if (row.kind === 'section') return
    if (row.kind === 'here') return run(undefined, consoleTab, tab => moveHere(undefined, tab, how))
    const isAgain = row.kind === 'again'
    const wanted = isAgain ? 'again' : how
    // A panel's own choice says where it leads to.
    const inRegion = shown.panel ? async (role: Role) => role : inTypedRegion
    const chosen = await inRegion(row.role)
    const state = getState()
    if (state.kind !== 'menu') return
    const { roles, groups, current } = state
    const before =
      chosen &&
      beforeSwitch(chosen, {
        offered: roles,
        groups,
        current,
        isItself: state.panel !== undefined || wanted === 'again',
        isUnaimed,
      })
    const role = before && (await inRegion(before.role))
    if (!role) return
    // For a role that opens read-only first, the key only says which of the two.
    const isAnew = wanted === 'again' && (isAgain || !state.readerOf?.(role))
    const mode = wanted === 'again' && !isAnew ? 'here' : wanted
    const open = isAnew ? undefined : state.openIn(role)
    if (open) {
      // Its tab may be in another region than the requested one.
      const isElsewhere = !state.roles.includes(role) || state.isElsewhere(role, open)
      const where = mode === 'here' && isElsewhere ? 'tab' : mode
      return run(role, consoleTab, tab => goTo(open, where, tab, role))
    }
    if (isOnOtherPage(role, mode)) {
      return run(role, consoleTab, tab => moveHere(role, tab, mode))
    }
    // A role that is reached through a portal asks once its switch is next: again, that may be at once.
    if (before.question && (isAgain || isUnaimed || !state.through?.(role)))
      dispatch({ kind: 'opened', panel: { ...before, kind: 'confirm', role, how: mode } })
    else await openRole(role, mode)
  }

  async function openRole(
    role: Role,
    how: OpenMode,
    { evenIfFull = false, isHostConfirmed = false, signInHost }: OpenRoleOptions = {},
  ): Promise<void> {
    const state = getState()
    if (state.kind !== 'menu' || isSwitching()) return
    lastChoice = { role, how }
    const through = state.through?.(role)
    const { portal } = through?.steps[0] ?? role
    const host = portal && (await hostToConfirm(portal, isHostConfirmed, getFacts()?.tab))
    if (host !== undefined) return dispatch({ kind: 'opened', panel: { kind: 'confirm', role, how, host } })
    const [facts, wanted] = [getFacts(), menu.aimed()]
    const { sessions, base, fromBase, openIn, roles, pageFailure, readerOf } = state
    const again = facts?.again
    // It may have been given a reason.
    if (how === 'again' && again && isAmong(role, [again.role]) && role.region === again.role.region) {
      return run(role, facts, facts => goAgain(role, facts, through, readerOf))
    }
    if (role.container && how !== 'again' && facts?.settings.containers && hasContainers) {
      return run(role, wanted, facts => openInContainer(role, facts))
    }
    const blocked = facts?.blockedTab
    if (portal === undefined && pageFailure && blocked && pageFailure.kind !== 'waiting') {
      return run(role, blocked, page => openForm(role, how, page, signInHost))
    }
    if (!evenIfFull && sessions.length >= maxOpenSessions && !openIn(role)) {
      return dispatch({ kind: 'opened', panel: { kind: 'sessions', waiting: { role, how } } })
    }
    if (portal !== undefined) {
      return run(role, wanted, facts => openPortalRole(role, how, facts, through, readerOf))
    }
    // A linked role that isn't in the list is more likely to trust the base account than another role.
    const isBases = fromBase.has(role.name) || !isAmong(role, roles)
    await run(role, wanted?.consoleTab, tab =>
      switchTo(role, how, withSignInHost(tab, signInHost), isBases ? base : undefined),
    )
  }

  /** Retries the pending or failed switch through another sign-in host. */
  async function tryHost(signInHost: string): Promise<void> {
    const state = getState()
    if (state.kind !== 'menu' || !lastChoice) return
    const { role, how } = lastChoice
    const hasLeft = state.switch.kind === 'failed' && state.switch.failure.kind === 'left-console'
    dispatch({ kind: 'switch-given-up' })
    const tab = getFacts()?.consoleTab
    if (hasLeft && tab) await run(role, tab, page => openForm(role, how, page, signInHost))
    else await openRole(role, how, { evenIfFull: true, signInHost })
  }

  /**
   * Whether the tab is in the role already, but shows another page than what is pasted or, in a session of its own, a region
   * other than the role's.
   */
  function isOnOtherPage(role: Role, how: OpenMode): boolean {
    const { session, place, to } = menu.aimed()?.consoleTab ?? {}
    if (!session || how === 'again' || !isCurrent(role, session)) return false
    const isElsewhere = role.region !== undefined && role.region !== place?.region
    return to !== undefined || (how === 'here' && session.mode.kind === 'multi-session' && isElsewhere)
  }

  async function goBack(): Promise<void> {
    const state = getState()
    if (state.kind !== 'menu' || !state.backTo || isSwitching()) return
    const { base } = state
    await run(undefined, getFacts()?.consoleTab, tab => (base ? goTo(base, 'here', tab) : switchBack(tab)))
  }

  /** Opens the linked page in its role, reusing an open session if there is one. */
  async function followLink(role: Role): Promise<void> {
    const state = getState()
    const open = state.kind === 'menu' ? state.openIn(role) : undefined
    if (open) await run(role, getFacts()?.consoleTab, tab => goTo(open, 'tab', tab))
    else await openRole(role, 'here')
  }

  /** Runs the command once its data is known, and goes where it leads to; if it fails, says why. */
  async function run<Needed>(
    role: Role | undefined,
    needed: Needed | undefined,
    act: (needed: Needed) => Promise<Ending>,
  ): Promise<void> {
    const facts = getFacts()
    if (!facts || !needed || isSwitching()) return
    const mine = ++attempts
    dispatch({ kind: 'switch-began', ...(role && { role }) })
    const { consoleTab } = facts
    const [other] = consoleTab?.session.otherSignInHosts ?? []
    const host = consoleTab?.session.signInHost
    const timer = setTimeout(() => {
      if (attempts !== mine || !role || host === undefined || other === undefined) return
      dispatch({ kind: 'switch-slow', host, other })
    }, slowAfterMs)
    const ending = await endingOf(async () => act(needed))
    clearTimeout(timer)
    if (attempts !== mine) return
    if (ending.kind === 'blocked') return meetPageFailure(ending)
    if (ending.kind !== 'done') {
      return dispatch({ kind: 'switch-failed', ...(role && { role }), failure: ending })
    }
    // If it can't be stored, only the order of the menu suffers: no reason to keep the popup open.
    if (role && isAmong(role, facts.list.targets.roles))
      await rememberRole(role.name, facts.tab.isPrivate).catch(() => {})
    if (ending.tab !== undefined) await showTab(ending.tab, role, menu.aimed())
    window.close()
  }

  /** The page can't be posted from: from now on Enter opens AWS's own form. */
  function meetPageFailure(pageFailure: BlockedTab['pageFailure']): void {
    const consoleTab = getFacts()?.consoleTab
    if (!consoleTab) return
    const { session: _, ...page } = consoleTab
    dispatch({ kind: 'switch-given-up' })
    menu.learn({ blockedTab: { ...page, pageFailure } })
  }

  /** Signs a session out, then continues with what waits for that. Returns why it failed, if it did. */
  async function signOut(session: OpenSession, waiting: Waiting | undefined): Promise<string | undefined> {
    const failed = await signOutOf(session)
    const facts = getFacts()
    if (failed !== undefined || !facts) return failed
    await forgetSession(session.id).catch(() => {})
    menu.learn({ sessions: facts.sessions.filter(({ id }) => id !== session.id) })
    if (waiting) await openRole(waiting.role, waiting.how)
    return undefined
  }

  /**
   * Returns the role in the region that the query asks for, or else of what is pasted; undefined if there is no such region,
   * which the footer says.
   */
  async function inTypedRegion(role: Role): Promise<Role | undefined> {
    const state = getState()
    if (state.kind !== 'menu') return role
    const { query, aim, session } = state
    const typed = readQuery(query).region
    const region =
      typed === undefined
        ? aim?.page?.region
        : (await import('./failures/region-sentence')).regionFor({ typed, role, session })
    if (region) return { ...role, region }
    // For a page that is pasted, even the role of an open session isn't where it should be.
    return typed === undefined ? (aim?.page ? { ...role } : role) : undefined
  }

  function isSwitching(): boolean {
    const state = getState()
    return state.kind === 'menu' && state.switch.kind === 'under-way'
  }

  return {
    choose,
    openRole,
    tryHost,
    goBack,
    followLink,
    signOut,
    inTypedRegion,
    /** Takes the tab, which is in the role, to the role's region. */
    move: (role: Role) => run(role, getFacts()?.consoleTab, tab => moveHere(role, tab, 'here')),
    /** Begins a new session of the role that the tab is in. */
    renew: (role: Role) => run(role, getFacts(), facts => renew(role, facts)),
    goTo: (session: OpenSession) => run(undefined, getFacts()?.consoleTab, tab => goTo(session, 'here', tab)),
  }
}

function withSignInHost(tab: ConsoleTab, signInHost: string | undefined): ConsoleTab {
  if (signInHost === undefined) return tab
  const { otherSignInHosts: _, ...session } = tab.session
  return { ...tab, session: { ...session, signInHost } }
}

/** Whether it is one of them: a linked role may have the name of another one. */
function isAmong({ name, account, roleName }: Role, roles: readonly Role[]): boolean {
  return roles.some(one => one.name === name && one.account === account && one.roleName === roleName)
}
