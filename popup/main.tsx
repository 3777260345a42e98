import { render } from 'preact'
import { activeTab, openBeside, postSwitch, reloadTab } from '../src/browser/console-tab'
import { errorText } from '../src/browser/error-text'
import { language } from '../src/browser/message'
import { openOptions, openPage } from '../src/browser/pages'
import { switchRequest } from '../src/console/switch-request'
import type { Role } from '../src/roles/role'
import { rememberRole } from '../src/storage/recent-roles'
import { keepToRoom } from './keep-to-room'
import { type ConsoleTab, type Loaded, load } from './load'
import { Popup } from './popup'
import type { Remedy } from './sentences'
import { type Action, type Failure, initialState, reduce, type State } from './state'

const consoleHome = 'https://console.aws.amazon.com/'

// The popup's only mutable state: what is shown, and where a switch is posted from.
let state: State = initialState
let consoleTab: ConsoleTab | undefined

performance.mark('rolecall-start')
// The browser is asked first, and the search box drawn while it looks.
const loading = load()
document.documentElement.lang = language()
paint()
keepToRoom()
show(await loading)

function show(loaded: Loaded): void {
  document.documentElement.dataset.theme = loaded.settings.theme
  if ('stop' in loaded) dispatch({ kind: 'stopped', stop: loaded.stop })
  else {
    consoleTab = loaded.consoleTab
    dispatch({ kind: 'loaded', menu: loaded.menu })
    // Between the first picture and the first key.
    setTimeout(() => loaded.menu.search.prepare())
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
      onMove={move => dispatch({ kind: 'moved', move })}
      onChoose={choose}
      onToggleHidden={() => dispatch({ kind: 'hidden-toggled' })}
      onRemedy={remedy}
      onClose={() => window.close()}
    />,
    document.body,
  )
}

async function choose(role: Role): Promise<void> {
  if (!consoleTab || (state.kind === 'menu' && state.switch.kind === 'under-way')) return
  dispatch({ kind: 'switch-began', role })
  const failure = await switchTo(role, consoleTab)
  if (failure) dispatch({ kind: 'switch-failed', role, failure })
  else {
    // Where it can't be remembered only the order of the menu suffers: no reason to keep the popup open.
    await rememberRole(role.name).catch(() => {})
    window.close()
  }
}

async function switchTo(role: Role, { tab, url, session }: ConsoleTab): Promise<Failure | undefined> {
  const outcome = await postSwitch(tab, switchRequest(role, session, url), session.partition)
  if (outcome.kind === 'leaving') return undefined
  if (outcome.kind !== 'open') return outcome
  try {
    await openBeside(tab, outcome.url)
    return undefined
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
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
