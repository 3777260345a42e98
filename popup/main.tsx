import { render } from 'preact'
import { language } from '../src/browser/i18n'
import type { Role } from '../src/config/resolve/role'
import { inSearchOrder } from '../src/roles/order'
import { search } from '../src/roles/search'
import { noteSession } from '../src/sessions/stored-starts'
import { type MenuLayout, menuLayoutItem, toggled } from '../src/storage/menu-layout'
import { afterPaint } from './after-paint'
import { askBrowser } from './ask-browser'
import type { Choosing } from './choosing'
import type { Remedy } from './failures/failure-sentences'
import type { Command, OpenMode } from './keys'
import { rowsOnScreen } from './list/role-list'
import { textScale } from './list/row-height'
import type { Row } from './list/rows'
import { load } from './load'
import { type Facts, menuData } from './menu-data'
import { Popup } from './popup'
import { releaseHeight, rememberHeight } from './remembered-height'
import {
  type Action,
  activeRole,
  activeRow,
  initialState,
  isEmpty,
  isUntouched,
  type MenuData,
  reduce,
  type State,
} from './state'
import type { BlockedTab } from './tab/console-tab'

/** What is about several roles is loaded once one is ticked. */
const several = () => import('./several/several')

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
/** What the menu does with a choice, once it is loaded. */
let loadedChoosing: Promise<Choosing> | undefined

/** What may be an ARN, a link or an account's id. What reads it is loaded only then. */
const pastedLike = /arn[:%]|\/\/|console\.|(?:\p{Nd}\P{Nd}{0,3}){9}/iu

/** The menu, as other files need it. */
const itself = {
  getState: () => state,
  getFacts: () => facts,
  looked: () => looking,
  dispatch,
  type,
  async choose(row: Row, how: OpenMode) {
    await (await choosing()).choose(row, how)
  },
  show,
  aimed,
  async inTypedRegion(role: Role) {
    return (await choosing()).inTypedRegion(role)
  },
  learn,
  foldGroup,
}

/** The menu's first paint doesn't need it: it is loaded between that and the first key. */
function choosing(): Promise<Choosing> {
  loadedChoosing ??= import('./choosing').then(({ createChoosing }) => createChoosing(itself))
  return loadedChoosing
}

// popup/first.ts has asked already; the search box is drawn while the browser answers.
const loading = load(askBrowser())
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
      const loading = choosing()
      const pageRead = waitForPage(loaded.facts.blockedTab)
      carryOut(pageRead)
      await pageRead
      // If it can't be read, it is unknown: no reason to keep a role from being chosen.
      looking = lookIntoTabs().catch(() => {})
      // The tab's session may have begun without the menu.
      const consoleTab = facts?.consoleTab
      if (consoleTab) noteSession(consoleTab.session, consoleTab.tab)
      await Promise.allSettled([loading, looking.then(listSessions)])
      performance.mark('rolecall-settled')
    })
  }
}

/** Carries out a choice that was made outside of the menu, if there is one. */
async function carryOut(pageRead?: Promise<void>): Promise<void> {
  ;(await import('./switch')).carryOutWaiting({ ...itself, pageRead })
}

/** From now on, the search also finds words with a typo, and rows say which role they open first. */
async function learnTypos(): Promise<void> {
  const [{ typos }, { readerFinder }] = await Promise.all([
    import('../src/roles/typos'),
    import('../src/roles/before-switch'),
  ])
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
  await followPortal(tab, change => facts && learn(change(facts)))
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
  const read = await (await import('./tab/wait-for-page')).waitForPage(page, waiting.signal)
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
      onChoose={itself.choose}
      onPoint={index => dispatch({ kind: 'pointed', index })}
      onConfirm={async (role, how, isHostConfirmed) =>
        (await choosing()).openRole(role, how, { isHostConfirmed })
      }
      onSwitchAnyway={async (role, how) => (await choosing()).openRole(role, how, { evenIfFull: true })}
      onTryHost={async host => (await choosing()).tryHost(host)}
      onStopWaiting={() => waiting.abort()}
      onFollowLink={async role => (await choosing()).followLink(role)}
      onMove={async role => (await choosing()).move(role)}
      onRenew={async role => (await choosing()).renew(role)}
      onGoTo={async session => (await choosing()).goTo(session)}
      onSignOut={async (session, waiting) => (await choosing()).signOut(session, waiting)}
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
  if (state.kind === 'menu' && isEmpty(state)) window.close()
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
    const isUnaimed = state.kind === 'menu' && isUntouched(state)
    void (await choosing()).choose(row, given.how, isUnaimed)
  } else if (given.kind === 'pin' && role) pin(role)
  else if (given.kind === 'actions' && role) {
    dispatch({ kind: 'opened', panel: { kind: 'actions', role: (await itself.inTypedRegion(role)) ?? role } })
  } else if (given.kind === 'actions') foldGroup(row, false)
}

/** The data for a choice: what is pasted takes the place of the page. */
function aimed(to = state.kind === 'menu' ? state.aim?.page?.url : undefined): Facts | undefined {
  if (!facts || to === undefined) return facts
  return { ...facts, to, ...(facts.consoleTab && { consoleTab: { ...facts.consoleTab, to } }) }
}

/** In multi-session mode, asks the tabs that the user allows Rolecall to look into. */
async function lookIntoTabs(): Promise<void> {
  if (!facts?.consoleTab || facts.sessions.length === 0) return
  const { lookIntoTabs } = await import('./look-into-tabs')
  learn({ sessions: await lookIntoTabs(facts.consoleTab, facts.sessions) })
}

/** In multi-session mode, asks AWS for its list of sessions, if the user wants that. A choice doesn't wait for it. */
async function listSessions(): Promise<void> {
  if (!facts?.consoleTab || facts.sessions.length === 0 || !facts.settings.listSessions) return
  const { listSessions } = await import('./list-sessions')
  learn(await listSessions(facts.consoleTab))
}

async function goBack(): Promise<void> {
  await (await choosing()).goBack()
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
  const { copyReport } = await import('./failures/copy-report')
  const done = await copyReport(kind, state, facts)
  if (done !== undefined) dispatch({ kind: 'copied', done })
}

async function remedy(kind: Remedy): Promise<void> {
  if (kind === 'copy-report' || kind === 'copy-refusal') return copy(kind)
  if (kind === 'go-to-base') return goBack()
  const { goToRemedy } = await import('./failures/go-to-remedy')
  await goToRemedy(kind)
  window.close()
}
