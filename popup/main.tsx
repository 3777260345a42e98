import { render } from 'preact'
import { activeTab, reloadTab } from '../src/browser/console-tab'
import { language } from '../src/browser/message'
import { openOptions, openPage } from '../src/browser/pages'
import { fold } from '../src/roles/fold'
import { readQuery } from '../src/roles/query'
import type { Role } from '../src/roles/role'
import { typedRegion } from '../src/roles/typed-region'
import { type MenuLayout, menuLayoutItem, toggled } from '../src/storage/menu-layout'
import { rememberRole } from '../src/storage/used-roles'
import { keepToRoom } from './keep-to-room'
import type { Command, How } from './keys'
import { load } from './load'
import { type Facts, menuData } from './menu-data'
import type { Remedy } from './notices'
import { Popup } from './popup'
import type { Row } from './rows'
import { type Action, activeRole, activeRow, initialState, reduce, type State } from './state'
import { switchBack, switchTo } from './switch'

const consoleHome = 'https://console.aws.amazon.com/'

// The popup's only mutable state: what is shown, and what it is made of.
let state: State = initialState
let facts: Facts | undefined

performance.mark('rolecall-start')
// The browser is asked first, and the search box drawn while it looks.
const loading = load()
document.documentElement.lang = language()
paint()
keepToRoom()
show(await loading)

function show(loaded: Awaited<ReturnType<typeof load>>): void {
  document.documentElement.dataset.theme = loaded.settings.theme
  if ('stop' in loaded) dispatch({ kind: 'stopped', stop: loaded.stop })
  else {
    facts = loaded.facts
    const menu = menuData(facts)
    dispatch({ kind: 'loaded', menu })
    // Between the first picture and the first key.
    setTimeout(() => menu.search.prepare())
  }
  performance.mark('rolecall-shown')
}

function dispatch(action: Action): void {
  state = reduce(state, action)
  paint()
}

function paint(): void {
  render(
    <Popup
      state={state}
      onQuery={query => dispatch({ kind: 'typed', query })}
      onCommand={command}
      onChoose={(row, how) => choose(row, how)}
      onConfirm={(role, how) => carryOut(role, how)}
      onOpen={panel => dispatch({ kind: 'opened', panel })}
      onClosePanel={closePanel}
      onPin={pin}
      onRemedy={remedy}
    />,
    document.body,
  )
}

/** Back to the list; where it is empty there is nothing to go back to. */
function closePanel(): void {
  if (state.kind === 'menu' && state.roles.length === 0) window.close()
  else dispatch({ kind: 'panel-closed' })
}

function command(given: Command): void {
  const row = activeRow(state)
  const role = activeRole(state)
  if (given.kind === 'move') dispatch({ kind: 'moved', move: given.move })
  else if (given.kind === 'clear') dispatch({ kind: 'typed', query: '' })
  else if (given.kind === 'close') window.close()
  else if (given.kind === 'help') dispatch({ kind: 'opened', panel: { kind: 'help' } })
  else if (given.kind === 'switch-back') goBack()
  else if (given.kind === 'fold') foldGroup(row, true)
  else if (given.kind === 'choose' && row) choose(row, given.how)
  else if (given.kind === 'pin' && role) pin(role)
  else if (given.kind === 'actions' && role) dispatch({ kind: 'opened', panel: { kind: 'actions', role } })
  else if (given.kind === 'actions') foldGroup(row, false)
}

async function choose(row: Row, how: How): Promise<void> {
  if (isSwitching()) return
  if (row.kind === 'group') return foldGroup(row, !row.folded)
  if (row.kind === 'switch-back') return goBack()
  const role = inTypedRegion(row.role)
  if (!role) return
  if (needsConfirmation(role)) dispatch({ kind: 'opened', panel: { kind: 'confirm', role, how } })
  else await carryOut(role, how)
}

async function carryOut(role: Role, how: How): Promise<void> {
  if (!facts || isSwitching()) return
  dispatch({ kind: 'switch-began', role })
  const failure = await switchTo(role, how, facts.consoleTab)
  if (failure) dispatch({ kind: 'switch-failed', role, failure })
  else {
    // Where it can't be remembered only the order of the menu suffers: no reason to keep the popup open.
    await rememberRole(role.name).catch(() => {})
    window.close()
  }
}

async function goBack(): Promise<void> {
  if (!facts || state.kind !== 'menu' || !state.canSwitchBack || isSwitching()) return
  dispatch({ kind: 'switch-began' })
  const failure = await switchBack(facts.consoleTab)
  if (failure) dispatch({ kind: 'switch-failed', failure })
  else window.close()
}

/** The role in the region that the query asks for; undefined where it asks for one that there isn't, which the footer says. */
function inTypedRegion(role: Role): Role | undefined {
  const typed = state.kind === 'menu' ? readQuery(state.query).region : undefined
  if (!facts || typed === undefined) return role
  const region = typedRegion(typed, role, facts.consoleTab.session.partition)
  return region === undefined ? undefined : { ...role, region }
}

function isSwitching(): boolean {
  return state.kind === 'menu' && state.switch.kind === 'under-way'
}

function needsConfirmation({ confirm, group }: Role): boolean {
  const groups = state.kind === 'menu' ? state.confirmGroups : []
  return confirm === true || (group !== undefined && groups.some(other => fold(other) === fold(group)))
}

async function pin({ name }: Role): Promise<void> {
  if (facts) await arrange({ ...facts.layout, pinned: toggled(facts.layout.pinned, name) })
}

/** The group of the row, or the one that the row stands in. */
async function foldGroup(row: Row | undefined, folded: boolean): Promise<void> {
  if (!facts || state.kind !== 'menu' || !state.headings || !row || row.kind === 'switch-back') return
  const group = row.kind === 'group' ? row.group : row.role.group
  if (group === undefined || facts.layout.folded.includes(group) === folded) return
  await arrange({ ...facts.layout, folded: toggled(facts.layout.folded, group) })
}

/** Shows the layout at once, and keeps it. */
async function arrange(layout: MenuLayout): Promise<void> {
  if (!facts) return
  facts = { ...facts, layout }
  dispatch({ kind: 'arranged', menu: menuData(facts) })
  // Where it can't be kept, this menu has it all the same.
  await menuLayoutItem.set(layout).catch(() => {})
}

async function remedy(kind: Remedy): Promise<void> {
  if (kind === 'open-options') await openOptions()
  else if (kind === 'open-console') await openPage(consoleHome)
  else {
    const tab = await activeTab()
    if (tab) await reloadTab(tab)
  }
  window.close()
}
