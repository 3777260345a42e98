import { render } from 'preact'
import { language } from '../src/browser/i18n'
import { hasContainers } from '../src/browser/runtime'
import type { Role } from '../src/config/resolve/role'
import { isCurrent } from '../src/roles/is-current'
import { inSearchOrder } from '../src/roles/order'
import { readQuery } from '../src/roles/query'
import { search } from '../src/roles/search'
import { maxOpenSessions, type OpenSession } from '../src/sessions/known-sessions'
import { forgetSession } from '../src/sessions/stored-sessions'
import { noteSession } from '../src/sessions/stored-starts'
import { type MenuLayout, menuLayoutItem, toggled } from '../src/storage/menu-layout'
import { rememberRole } from '../src/storage/used-roles'
import { afterPaint } from './after-paint'
import { askFirst } from './ask-first'
import type { BlockedTab, ConsoleTab } from './console-tab'
import { endingOf } from './ending-of'
import type { Remedy } from './failure-sentences'
import type { Command, OpenMode } from './keys'
import { load } from './load'
import { type Facts, menuData } from './menu-data'
import { Popup } from './popup'
import { releaseHeight, rememberHeight } from './remembered-height'
import { rowsOnScreen } from './role-list'
import { textScale } from './row-height'
import type { Row } from './rows'
import {
  type Action,
  activeRole,
  activeRow,
  initialState,
  isUntouched,
  type MenuData,
  reduce,
  type State,
  type Waiting,
} from './state'
import type { Ending } from './switch'

/** The menu's first paint doesn't need it: it is loaded between that and the first key. */
const switching = () => import('./switch')
const asking = () => import('../src/roles/before-switch')
/** What is about several roles is loaded once one is ticked. */
const several = () => import('./several/several')
const confirming = () => import('../src/switching/confirmed-hosts')

// The popup's only mutable state: what it shows, and the data behind it.
let state: State = initialState
let facts: Facts | undefined
/** Resolves once the open sessions are known, as far as possible. */
let looking: Promise<void> | undefined
const waiting = new AbortController()
/** Resolves once what is typed can be read as something pasted, if it may be that. */
let reading: Promise<void> | undefined
/** Resolves once what was ticked or unticked last is known: the code for that may still have to be loaded. */
let ticking: Promise<unknown> | undefined
/** The last choice, so that it can be tried again in another way. */
let lastChoice: Waiting | undefined
/** Number of attempts so far: the outcome of one counts only until the next one starts. */
let attempts = 0

/** What may be an ARN, a link or an account's id. What reads it is loaded only then. */
const pastedLike = /arn[:%]|\/\/|console\.|(?:\p{Nd}\P{Nd}{0,3}){9}/iu

/** The menu, as other files need it. */
const itself = {
  getState: () => state,
  dispatch,
  type,
  choose,
  show,
  aimed,
  inTypedRegion,
  learn,
}

/** Milliseconds without an answer until another sign-in host is offered. */
const slowAfterMs = 4_000

// popup/first.ts has asked already; the search box is drawn while the browser answers.
const loading = load(askFirst())
document.documentElement.lang = language()
// Before the page changes: it has been laid out as it is.
textScale()
// What the user typed before this script was there.
type(document.querySelector('input')?.value ?? '')
show(await loading)
performance.mark('rolecall-shown')
// It measures the size once it is stable, which takes longer than loading this.
afterPaint(() => void import('./keep-to-room').then(({ keepToRoom }) => keepToRoom()))

function show(loaded: Awaited<ReturnType<typeof load>>): void {
  document.documentElement.dataset.theme = loaded.settings.theme
  releaseHeight()
  if ('failure' in loaded) {
    dispatch({ kind: 'no-menu', failure: loaded.failure })
    carryOut()
  } else {
    facts = loaded.facts
    const menu = menuData(facts)
    dispatch({ kind: 'loaded', menu })
    if (state.kind === 'menu') understand(state.query)
    askForLink(menu)
    afterPaint(async () => {
      rememberHeight()
      void learnTypos()
      if (/arn[:%$]/i.test(loaded.facts.consoleTab?.url ?? '')) void learnPasting()
      if (loaded.facts.portal) void lookInPortal(loaded.facts.portal.tab)
      const loading = switching()
      const pageRead = waitForPage(loaded.facts.blockedTab)
      carryOut(pageRead)
      await pageRead
      // If it can't be read, it is unknown: no reason to keep a role from being chosen.
      looking = lookAround().catch(() => {})
      // The tab's session may have begun without the menu.
      const consoleTab = facts?.consoleTab
      if (consoleTab) noteSession(consoleTab.session, consoleTab.tab)
      await Promise.allSettled([loading, looking])
      performance.mark('rolecall-settled')
    })
  }
}

/** Carries out a choice that was made outside of the menu, if there is one. */
async function carryOut(pageRead?: Promise<void>): Promise<void> {
  ;(await switching()).carryOut({ ...itself, pageRead })
}

/** From now on, the search also finds words with a typo, and rows say which role they open first. */
async function learnTypos(): Promise<void> {
  const [{ typos }, { readerFinder }] = await Promise.all([import('../src/roles/typos'), asking()])
  if (!facts || state.kind !== 'menu') return
  facts = { ...facts, typos, readerFinder }
  const roles = inSearchOrder(state.roles, facts.settings.order, state.recent)
  dispatch({
    kind: 'typos-learned',
    search: facts.pasting ? menuData(facts).search : search(roles, typos),
    typos,
    readerOf: readerFinder(state.roles, state.groups, state.current),
  })
  state.search.prepare()
}

/** From now on, the search also understands an ARN, a link or an account's id, and the page's address is looked at. */
async function learnPasting(): Promise<void> {
  const { pasting } = await import('./pasted/pasting')
  if (state.kind !== 'menu') return
  learn({ pasting })
  if (state.query !== '') dispatch({ kind: 'typed', query: state.query })
}

/** Looks for roles in the portal that the tab shows. */
async function lookInPortal(tab: number): Promise<void> {
  const { followPortal } = await import('./portal/follow-portal')
  await followPortal(tab, change => {
    if (!facts) return
    facts = change(facts)
    dispatch({ kind: 'arranged', menu: menuData(facts) })
  })
}

/** Changes the data behind the menu, and shows what it makes of it. */
function learn(change: Partial<Facts>): void {
  if (!facts) return
  facts = { ...facts, ...change }
  dispatch({ kind: 'arranged', menu: menuData(facts) })
}

async function askForLink({ roles }: MenuData): Promise<void> {
  if (facts?.consoleTab?.linked === undefined) return
  const { linkPanel } = await import('./link-panel')
  const panel = linkPanel(facts, roles)
  if (panel) dispatch({ kind: 'opened', panel })
}

/** Waits until a page that is still loading has said who is signed in, and then shows what can be done. */
async function waitForPage(page: BlockedTab | undefined): Promise<void> {
  if (page?.pageFailure.kind !== 'waiting') return
  const read = await (await import('./wait-for-page')).waitForPage(page, waiting.signal)
  if (!facts) return
  const { blockedTab: _, ...rest } = facts
  facts = { ...rest, ...read }
  const menu = menuData(facts)
  dispatch({ kind: 'page-read', menu })
  askForLink(menu)
}

function type(query: string): Promise<void> | undefined {
  dispatch({ kind: 'typed', query })
  return understand(query)
}

/** Loads what reads the query, if it looks pasted. */
function understand(query: string): Promise<void> | undefined {
  if (facts && pastedLike.test(query)) reading ??= learnPasting()
  return reading
}

function dispatch(action: Action): void {
  state = reduce(state, action)
  paint()
}

function paint(): void {
  render(
    <Popup
      state={state}
      onQuery={type}
      onCommand={command}
      onChoose={(row, how) => choose(row, how)}
      onPoint={index => dispatch({ kind: 'pointed', index })}
      onConfirm={(role, how, isHostConfirmed) => openRole(role, how, { isHostConfirmed })}
      onSwitchAnyway={(role, how) => openRole(role, how, { evenIfFull: true })}
      onTryHost={tryHost}
      onStopWaiting={() => waiting.abort()}
      onFollowLink={followLink}
      onMove={role => run(role, facts?.consoleTab, ({ moveHere }, tab) => moveHere(role, tab, 'here'))}
      onGoTo={session => run(undefined, facts?.consoleTab, ({ goTo }, tab) => goTo(session, 'here', tab))}
      onSignOut={signOut}
      onOpen={panel => dispatch({ kind: 'opened', panel })}
      onClosePanel={closePanel}
      onPin={pin}
      onSeveral={async request => (await several()).act(request, itself)}
      onRemedy={remedy}
    />,
    document.body,
  )
}

/** Goes back to the list; if it is empty there is nothing to go back to. */
function closePanel(): void {
  if (state.kind === 'menu' && state.roles.length === 0) window.close()
  else dispatch({ kind: 'panel-closed' })
}

async function command(given: Command): Promise<void> {
  // Enter comes right after a paste or a tick.
  if (/choose|close/.test(given.kind)) await Promise.all([reading, ticking])
  const before = state
  const row = activeRow(state)
  const role = activeRole(state)
  if (given.kind === 'tick' || (/choose|close/.test(given.kind) && state.kind === 'menu' && state.ticked)) {
    const taken = several().then(({ takes }) => takes(given, before, itself))
    if (given.kind !== 'choose') ticking = taken
    if (await taken) return
  }
  if (given.kind === 'move') {
    const rowsInView = state.kind === 'menu' ? rowsOnScreen(state.density) : 1
    dispatch({ kind: 'moved', move: given.move, rowsInView })
  } else if (given.kind === 'clear') dispatch({ kind: 'typed', query: '' })
  else if (given.kind === 'close') window.close()
  else if (given.kind === 'help') dispatch({ kind: 'opened', panel: { kind: 'help' } })
  else if (given.kind === 'switch-back') goBack()
  else if (given.kind === 'fold') foldGroup(row, true)
  else if (given.kind === 'choose' && row) {
    choose(row, given.how, state.kind === 'menu' && isUntouched(state))
  } else if (given.kind === 'pin' && role) pin(role)
  else if (given.kind === 'actions' && role) {
    dispatch({ kind: 'opened', panel: { kind: 'actions', role: (await inTypedRegion(role)) ?? role } })
  } else if (given.kind === 'actions') foldGroup(row, false)
}

/** `isUnaimed` if the user only pressed Enter: that alone never leads to production. */
async function choose(row: Row, how: OpenMode, isUnaimed = false): Promise<void> {
  const { beforeSwitch } = await asking()
  if (row.kind === 'role') await looking
  const { consoleTab } = aimed() ?? {}
  if (isSwitching() || state.kind !== 'menu') return
  if (row.kind === 'group') return foldGroup(row, !row.folded)
  if (row.kind === 'switch-back') return goBack()
  if (row.kind === 'section') return
  if (row.kind === 'here')
    return run(undefined, consoleTab, ({ moveHere }, tab) => moveHere(undefined, tab, how))
  // A panel's own choice says where it leads to.
  const inRegion = state.panel ? async (role: Role) => role : inTypedRegion
  const chosen = await inRegion(row.role)
  if (state.kind !== 'menu') return
  const { roles, groups, current } = state
  const before =
    chosen &&
    beforeSwitch(chosen, {
      offered: roles,
      groups,
      current,
      isItself: state.panel !== undefined || how === 'again',
      isUnaimed,
    })
  const role = before && (await inRegion(before.role))
  if (!role) return
  // For a role that opens read-only first, the key only says which of the two.
  const isAnew = how === 'again' && !state.readerOf?.(role)
  const mode = how === 'again' && !isAnew ? 'here' : how
  const open = isAnew ? undefined : state.openIn(role)
  if (open) {
    // Its tab may be in another region than the requested one.
    const isElsewhere = !state.roles.includes(role) || state.isElsewhere(role, open)
    const where = mode === 'here' && isElsewhere ? 'tab' : mode
    return run(role, consoleTab, ({ goTo }, tab) => goTo(open, where, tab, role))
  }
  if (isOnOtherPage(role, mode)) {
    return run(role, consoleTab, ({ moveHere }, tab) => moveHere(role, tab, mode))
  }
  // A role that is reached through a portal asks once its switch is next.
  if (before.question && (isUnaimed || !state.through?.(role)))
    dispatch({ kind: 'opened', panel: { ...before, kind: 'confirm', role, how: mode } })
  else await openRole(role, mode)
}

interface OpenRoleOptions {
  readonly evenIfFull?: boolean
  /** Whether the host of its portal has just been confirmed. */
  readonly isHostConfirmed?: boolean
  /** The sign-in host to use in place of the page's. */
  readonly signInHost?: string
}

async function openRole(
  role: Role,
  how: OpenMode,
  { evenIfFull = false, isHostConfirmed = false, signInHost }: OpenRoleOptions = {},
): Promise<void> {
  if (state.kind !== 'menu' || isSwitching()) return
  lastChoice = { role, how }
  const through = state.through?.(role)
  const { portal } = through?.steps[0] ?? role
  const host = portal && (await (await confirming()).hostToConfirm(portal, isHostConfirmed, facts?.tab))
  if (host !== undefined) return dispatch({ kind: 'opened', panel: { kind: 'confirm', role, how, host } })
  const wanted = aimed()
  if (role.container && how !== 'again' && facts?.settings.containers && hasContainers) {
    return run(role, wanted, ({ openInContainer }, facts) => openInContainer(role, facts))
  }
  const { sessions, base, fromBase, openIn, roles, pageFailure, readerOf } = state
  const blocked = facts?.blockedTab
  if (portal === undefined && pageFailure && blocked && pageFailure.kind !== 'waiting') {
    return run(role, blocked, ({ openForm }, page) => openForm(role, how, page, signInHost))
  }
  if (!evenIfFull && sessions.length >= maxOpenSessions && !openIn(role)) {
    return dispatch({ kind: 'opened', panel: { kind: 'sessions', waiting: { role, how } } })
  }
  if (portal !== undefined) {
    return run(role, wanted, ({ openPortalRole }, facts) =>
      openPortalRole(role, how, facts, through, readerOf),
    )
  }
  // A linked role that isn't in the list is more likely to trust the base account than another role.
  const isBases = fromBase.has(role.name) || !isAmong(role, roles)
  await run(role, wanted?.consoleTab, ({ switchTo }, tab) =>
    switchTo(role, how, withSignInHost(tab, signInHost), isBases ? base : undefined),
  )
}

function withSignInHost(tab: ConsoleTab, signInHost: string | undefined): ConsoleTab {
  if (signInHost === undefined) return tab
  const { otherSignInHosts: _, ...session } = tab.session
  return { ...tab, session: { ...session, signInHost } }
}

/** Retries the pending or failed switch through another sign-in host. */
async function tryHost(signInHost: string): Promise<void> {
  if (state.kind !== 'menu' || !lastChoice) return
  const { role, how } = lastChoice
  const hasLeft = state.switch.kind === 'failed' && state.switch.failure.kind === 'left-console'
  dispatch({ kind: 'switch-given-up' })
  const tab = facts?.consoleTab
  if (hasLeft && tab) await run(role, tab, ({ openForm }, page) => openForm(role, how, page, signInHost))
  else await openRole(role, how, { evenIfFull: true, signInHost })
}

/** The data for a choice: what is pasted takes the place of the page. */
function aimed(to = state.kind === 'menu' ? state.aim?.page?.url : undefined): Facts | undefined {
  if (!facts || to === undefined) return facts
  return { ...facts, to, ...(facts.consoleTab && { consoleTab: { ...facts.consoleTab, to } }) }
}

/**
 * Whether the tab is in the role already, but shows another page than what is pasted or, in a session of its own, a region
 * other than the role's.
 */
function isOnOtherPage(role: Role, how: OpenMode): boolean {
  const { session, place, to } = aimed()?.consoleTab ?? {}
  if (!session || how === 'again' || !isCurrent(role, session)) return false
  const isElsewhere = role.region !== undefined && role.region !== place?.region
  return to !== undefined || (how === 'here' && session.mode.kind === 'multi-session' && isElsewhere)
}

async function goBack(): Promise<void> {
  if (state.kind !== 'menu' || !state.backTo || isSwitching()) return
  const { base } = state
  await run(undefined, facts?.consoleTab, ({ goTo, switchBack }, tab) =>
    base ? goTo(base, 'here', tab) : switchBack(tab),
  )
}

/** Opens the linked page in its role, reusing an open session if there is one. */
async function followLink(role: Role): Promise<void> {
  const open = state.kind === 'menu' ? state.openIn(role) : undefined
  if (open) await run(role, facts?.consoleTab, ({ goTo }, tab) => goTo(open, 'tab', tab))
  else await openRole(role, 'here')
}

type Code = Awaited<ReturnType<typeof switching>>

/** Runs the command once its data is known, and goes where it leads to; if it fails, says why. */
async function run<Needed>(
  role: Role | undefined,
  needed: Needed | undefined,
  act: (code: Code, needed: Needed) => Promise<Ending>,
): Promise<void> {
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
  const ending = await endingOf(async () => act(await switching(), needed))
  clearTimeout(timer)
  if (attempts !== mine) return
  if (ending.kind === 'blocked') return meetPageFailure(ending)
  if (ending.kind !== 'done') {
    return dispatch({ kind: 'switch-failed', ...(role && { role }), failure: ending })
  }
  // If it can't be stored, only the order of the menu suffers: no reason to keep the popup open.
  if (role && isAmong(role, facts.list.targets.roles))
    await rememberRole(role.name, facts.tab.isPrivate).catch(() => {})
  if (ending.tab !== undefined) await (await switching()).showTab(ending.tab)
  window.close()
}

/** The page can't be posted from: from now on Enter opens AWS's own form. */
function meetPageFailure(pageFailure: BlockedTab['pageFailure']): void {
  if (!facts?.consoleTab) return
  const { session: _, ...page } = facts.consoleTab
  dispatch({ kind: 'switch-given-up' })
  learn({ blockedTab: { ...page, pageFailure } })
}

/** Signs a session out, then continues with what waits for that. Returns why it failed, if it did. */
async function signOut(session: OpenSession, waiting: Waiting | undefined): Promise<string | undefined> {
  const { signOutOf } = await switching()
  const failed = await signOutOf(session)
  if (failed !== undefined || !facts) return failed
  await forgetSession(session.id).catch(() => {})
  learn({ sessions: facts.sessions.filter(({ id }) => id !== session.id) })
  if (waiting) await openRole(waiting.role, waiting.how)
  return undefined
}

/** In multi-session mode, asks the tabs that the user allows Rolecall to look into. */
async function lookAround(): Promise<void> {
  if (!facts?.consoleTab || facts.sessions.length === 0) return
  const { lookAround } = await import('./look-around')
  learn({ sessions: await lookAround(facts.consoleTab, facts.sessions) })
}

/**
 * Returns the role in the region that the query asks for, or else of what is pasted; undefined if there is no such region,
 * which the footer says.
 */
async function inTypedRegion(role: Role): Promise<Role | undefined> {
  if (state.kind !== 'menu') return role
  const { query, aim, session } = state
  const typed = readQuery(query).region
  const region =
    typed === undefined
      ? aim?.page?.region
      : (await import('./region-sentence')).regionFor({ typed, role, session })
  if (region) return { ...role, region }
  // For a page that is pasted, even the role of an open session isn't where it should be.
  return typed === undefined ? (aim?.page ? { ...role } : role) : undefined
}

/** Whether it is one of them: a linked role may have the name of another one. */
function isAmong({ name, account, roleName }: Role, roles: readonly Role[]): boolean {
  return roles.some(one => one.name === name && one.account === account && one.roleName === roleName)
}

function isSwitching(): boolean {
  return state.kind === 'menu' && state.switch.kind === 'under-way'
}

async function pin({ name }: Role): Promise<void> {
  if (facts) await arrange({ ...facts.layout, pinned: toggled(facts.layout.pinned, name) })
}

/** Collapses or expands the group of the row, or the one that the row is in. */
async function foldGroup(row: Row | undefined, folded: boolean): Promise<void> {
  if (!facts || state.kind !== 'menu' || !state.headings) return
  const group = row?.kind === 'group' ? row.group : row?.kind === 'role' ? row.role.group : undefined
  if (group === undefined || facts.layout.folded.includes(group) === folded) return
  await arrange({ ...facts.layout, folded: toggled(facts.layout.folded, group) })
}

/** Shows the layout at once, and stores it. */
async function arrange(layout: MenuLayout): Promise<void> {
  learn({ layout })
  // If it can't be stored, this menu has it anyway.
  await menuLayoutItem.set(layout).catch(() => {})
}

async function copy(kind: 'copy-report' | 'copy-refusal'): Promise<void> {
  const { copyDetails } = await import('./copy-details')
  const done = await copyDetails(kind, state, facts)
  if (done !== undefined) dispatch({ kind: 'copied', done })
}

async function remedy(kind: Remedy): Promise<void> {
  if (kind === 'copy-report' || kind === 'copy-refusal') return copy(kind)
  if (kind === 'go-to-base') return goBack()
  const { goToRemedy } = await import('./go-to-remedy')
  await goToRemedy(kind)
  window.close()
}
