import { pages } from '../../src/aws/fixtures/pages'
import { consolePatterns } from '../../src/aws/partitions'
import type { LogEntry } from '../../src/log/log-entry'
import { type BrowserState, buildScripts, freshState, SimulatedBrowser } from './index'

export const oldText = textOf('hub')
export const newText = textOf('hub', 'added')
export const teamUrl = 'https://roles.team.example/roles.ini'
export const teamSource = { url: teamUrl, headers: [], cookies: false, approve: false }
export const oldTeam = textOf('shop')
export const newTeam = textOf('shop', 'archive')
export const sender = 'abcdefghijklmnopabcdefghijklmnop'
const consoleUrl = 'https://444455556666-ef56gh78.eu-west-1.console.aws.amazon.com/console/home'
const grants = [...consolePatterns, 'https://roles.team.example/*', 'tabGroups']
/** In milliseconds. Longer than any safety alarm, and shorter than the time between two refreshes. */
export const tenMinutes = 600_000

/** Returns a list with roles of these names. A role named `hub` is that of the console page. */
function textOf(...names: readonly string[]): string {
  const roles = names.map(
    name =>
      `[${name}]\nsource_profile = base\naws_account_id = 444455556666\nrole_name = ${name === 'hub' ? 'Hub' : name}\ncolor = d13212\n`,
  )
  return ['[base]\naws_account_id = 111122223333\n', ...roles].join('\n')
}

/** Returns an idle browser with a synced text, a team list in use and a console tab. */
export async function settledBrowser(): Promise<SimulatedBrowser> {
  const browser = new SimulatedBrowser(await buildScripts(), freshState())
  browser.state.served[teamUrl] = oldTeam
  browser.state.tabs = [consoleTab(1)]
  browser.state.lastId = 1
  browser.tell('installed')
  await browser.settle()
  // Permissions that nothing needs are given back at the start.
  browser.state.granted = [...grants]
  const page = browser.page()
  await page.saveList(oldText)
  await page.teamSourceItem.set(teamSource)
  await page.teamSendersItem.set([{ id: sender, roles: 0 }])
  await browser.settle()
  await browser.pass(tenMinutes)
  return browser.copy()
}

export function consoleTab(id: number): BrowserState['tabs'][number] {
  return {
    id,
    windowId: 1,
    groupId: -1,
    url: consoleUrl,
    facts: pages.multiSessionSwitched,
    hasScript: false,
    title: '',
  }
}

export type Browser = SimulatedBrowser
export type Kept = Awaited<ReturnType<ReturnType<Browser['page']>['readKept']>>

/** Why the background script runs, and what must hold once it has finished. */
export interface Handler {
  readonly name: string
  /** Prepares the state before the event, from the settled one. */
  readonly before?: (browser: Browser) => unknown
  readonly event: (browser: Browser) => unknown
  readonly done: (state: BrowserState, kept: Kept) => boolean
  /** The alarm that makes the script continue. Work that is stopped once this is set finishes without another event. */
  readonly alarm?: string
  /**
   * Whether the same event can't come again. Work that is stopped before the alarm is set is left to the browser's next
   * start.
   */
  readonly isOnce?: true
  /** Checks what holds after the next start of the browser, if that drops other pending work. */
  readonly afterStart?: (state: BrowserState, kept: Kept) => boolean
  /** Whether the state has items that an earlier version wrote. */
  readonly isOlder?: true
}

/** Makes a page do something without an event for the background script. */
async function unheard(browser: Browser, work: Promise<unknown>): Promise<void> {
  browser.stopsAfter = 0
  await work
  await browser.settle()
  browser.stopsAfter = undefined
}

export async function withSettings(browser: Browser): Promise<void> {
  await browser.page().settingsItem.set({ marks: 'subtle', groupTabs: true, signOutWithGroup: true })
  await browser.settle()
}

async function withGroup(browser: Browser): Promise<void> {
  await withSettings(browser)
  browser.askForMarks(tabOf(browser.state))
  await browser.settle()
}

export function tabOf({ tabs }: BrowserState): BrowserState['tabs'][number] {
  const [tab] = tabs
  if (!tab) throw new Error('The console tab no longer exists.')
  return tab
}

/** Puts another browser's text into this one's sync. */
async function arriving(browser: Browser): Promise<void> {
  const other = browser.copy()
  await other.page().saveList(newText)
  await other.settle()
  browser.state.areas.sync = other.state.areas.sync
}

/** Sends a list from the extension that may send one. */
export function sendTeam(browser: Browser, text: string): void {
  const config = { action: 'updateConfig', dataType: 'ini', data: text }
  browser.send('external message', config, { id: sender, url: `chrome-extension://${sender}/sender.html` })
}

function serveNewTeam({ state }: Browser): void {
  state.served[teamUrl] = newTeam
}

function versionOf({ areas }: BrowserState, key: string): number {
  return (areas.local[key] as { readonly version: number }).version
}

const isTaken = (_: BrowserState, { text, isInStep, history }: Kept) =>
  text === newText && isInStep && history > 0
const isWritten = (_: BrowserState, { inSync, isInStep }: Kept) =>
  typeof inSync === 'object' && inSync.text === newText && isInStep
const isRefreshed = (_: BrowserState, { team, teamFailures }: Kept) =>
  team[0] === newTeam && teamFailures === 0
const isDressed = ({ groups: [group], tabs: [tab] }: BrowserState) =>
  group?.title === 'hub' && group.color === 'red' && tab?.groupId === group.id
const isMarked = (state: BrowserState) => state.scripts.includes('marks') && tabOf(state).hasScript
const isUnmarked = (state: BrowserState) => !state.scripts.includes('marks') && state.groups.length === 0

/** Shows a link to a page in another role than the tab's. */
async function toLink(browser: Browser): Promise<void> {
  // Otherwise the next start gives the access to console pages back.
  await browser.page().settingsItem.set({ openSessions: true })
  tabOf(browser.state).url = `${consoleUrl}?rolecall=111122223333%2FAuditor`
}

/** Shows the portal's page in the tab. */
function toPortal({ state }: Browser): void {
  tabOf(state).url = 'https://example.awsapps.com/start'
}

/** A switch as the menu has it logged, in classic mode's one sign-in. */
const logged = {
  id: 'first',
  at: 0,
  profile: 'hub',
  roleName: 'Hub',
  account: '444455556666',
  partition: 'aws',
  how: 'switch',
  from: 'menu',
  session: { jar: 'usual', name: 'aws usual 111122223333', seconds: 3_600 },
} as const satisfies LogEntry

/** Turns the log on, with one entry in it. */
async function withLog(browser: Browser): Promise<void> {
  await browser.page().settingsItem.set({ openSessions: true, log: true })
  await browser.page().logItem.set([{ ...logged, at: browser.state.now }])
  await browser.settle()
}

/** Whether the log has these entries, each once, and the first one's session has ended or not. */
function isLogged({ log }: Kept, ids: readonly string[], hasEnded: boolean): boolean {
  return log.map(({ id }) => id).join() === ids.join() && (log[0]?.end !== undefined) === hasEnded
}

/** Lets a search of the portal take its steps, until it has ended or the script is stopped. */
async function searching(browser: Browser): Promise<void> {
  for (let steps = 0; steps < 10 && browser.background; steps++) await browser.pass(400)
}

const isFound = ({ portal: { portal } }: BrowserState, { scan, found: [found] }: Kept) =>
  scan?.state.kind === 'done' &&
  found?.isComplete === true &&
  found.accounts.every(({ id, roles }) =>
    portal.accounts.some(account => account.id === id && String(account.roles) === String(roles)),
  ) &&
  found.accounts.length === portal.accounts.length

const onward = { tab: 1, from: 'reader', profiles: ['hub'] }
const isAsked = (state: BrowserState) => tabOf(state).title === 'button_continueTo'
/** What a tab continues to ends with the browser's session. */
const isNothingLeft = (_: BrowserState, { onward }: Kept) => onward.length === 0

export const handlers: readonly Handler[] = [
  {
    name: 'the installation over an earlier version',
    before: browser => {
      const { local, managed } = browser.state.areas
      local.settings = { version: 1, value: { theme: 'dark', sync: true, markTabs: true } }
      local.history = { version: 1, value: [] }
      local.parsed = { version: 5, value: {} }
      delete local.sync
      managed.density = 'compact'
      browser.state.areas.sync = {}
      serveNewTeam(browser)
    },
    event: browser => browser.tell('installed'),
    done: (state, kept) =>
      versionOf(state, 'settings') === 3 &&
      versionOf(state, 'history') === 3 &&
      kept.unreadable.length === 0 &&
      kept.policy?.density === 'compact' &&
      typeof kept.inSync === 'object' &&
      isRefreshed(state, kept) &&
      isMarked(state),
    isOlder: true,
  },
  {
    name: 'the alarm of sync, with a text to write',
    before: browser => unheard(browser, browser.page().saveList(newText)),
    event: browser => browser.tell('alarm', { name: 'synchronize' }),
    done: isWritten,
    alarm: 'synchronize',
  },
  {
    name: 'the alarm of sync, with a text from elsewhere',
    before: arriving,
    event: browser => browser.tell('alarm', { name: 'synchronize' }),
    done: isTaken,
    alarm: 'synchronize',
  },
  {
    name: 'the alarm of the team’s list',
    before: serveNewTeam,
    event: browser => browser.tell('alarm', { name: 'refresh-team' }),
    done: isRefreshed,
    alarm: 'refresh-team',
  },
  {
    name: 'a change of storage by a save',
    isOnce: true,
    event: browser => browser.page().saveList(newText),
    done: isWritten,
    alarm: 'synchronize',
  },
  {
    name: 'a change of storage by sync',
    before: arriving,
    event: browser => browser.tell('storage', {}, 'sync'),
    done: isTaken,
    alarm: 'synchronize',
  },
  {
    name: 'a change of storage by a new team source',
    before: browser => {
      delete browser.state.areas.local.teamSource
      serveNewTeam(browser)
    },
    isOnce: true,
    event: browser => browser.page().teamSourceItem.set(teamSource),
    done: isRefreshed,
    alarm: 'refresh-team',
  },
  {
    name: 'a change of storage by marks turned on',
    isOnce: true,
    event: browser => browser.page().settingsItem.set({ marks: 'subtle' }),
    done: isMarked,
    alarm: 'marks',
  },
  {
    name: 'a change of storage by marks and groups turned off',
    before: withGroup,
    isOnce: true,
    event: browser => browser.page().settingsItem.set({}),
    done: isUnmarked,
    alarm: 'marks',
    // Rolecall forgets which groups it made when the browser ends. After that, they are the user's own.
    afterStart: ({ scripts }) => !scripts.includes('marks'),
  },
  {
    name: 'a change of storage by an administrator',
    before: ({ state }) => {
      state.areas.managed.theme = 'dark'
    },
    event: browser => browser.tell('storage', { theme: {} }, 'managed'),
    done: (_, { policy }) => policy?.theme === 'dark',
  },
  {
    name: 'a permission that is given',
    before: browser => unheard(browser, browser.page().settingsItem.set({ marks: 'subtle' })),
    event: browser => browser.tell('permission added'),
    done: isMarked,
    alarm: 'marks',
  },
  {
    name: 'a permission that is taken back',
    before: async browser => {
      await withGroup(browser)
      browser.state.granted = []
    },
    event: browser => browser.tell('permission removed'),
    done: isUnmarked,
    alarm: 'marks',
    afterStart: ({ scripts }) => !scripts.includes('marks'),
  },
  {
    name: 'the question of a page',
    before: withSettings,
    event: browser => browser.askForMarks(tabOf(browser.state)),
    done: state => isDressed(state) && tabOf(state).title !== '',
    // Also accepts a group without a title, in case the browser itself ended at that moment.
    afterStart: ({ groups, tabs: [tab] }) => groups.length === 1 && tab?.groupId === groups[0]?.id,
  },
  {
    name: 'the end of a session’s last tab',
    before: withGroup,
    isOnce: true,
    event: browser => browser.closeTab(1),
    // If it's stopped while it loads the page that signs out, that page stays visible in its tab.
    done: ({ opened, tabs }, { groups }) =>
      opened.length > 0 &&
      tabs.every(({ url }) => opened.includes(url)) &&
      Object.keys(groups.tabs).length === 0 &&
      !groups.ending,
    alarm: 'sign-out',
    // The group is forgotten. A browser that ends doesn't sign anybody out either.
    afterStart: (_, { groups }) => Object.keys(groups.tabs).length === 0,
  },
  {
    name: 'the request of a page to synchronize',
    before: browser => unheard(browser, browser.page().saveList(newText)),
    event: browser => browser.ask('synchronize'),
    done: isWritten,
    alarm: 'synchronize',
  },
  {
    name: 'the request of a page to refresh the team’s list',
    before: serveNewTeam,
    event: browser => browser.ask('refresh-team'),
    done: isRefreshed,
    alarm: 'refresh-team',
  },
  {
    name: 'the message of a sender',
    event: browser => sendTeam(browser, newTeam),
    done: (_, { sent: [text], senders: [roles] }) => text === newTeam && roles === 2,
    // The sender got no answer, so it has to send again.
    afterStart: (_, { sent: [text = ''] }) => text === '' || text === newTeam,
  },
  {
    name: 'the alarm of the session clock',
    before: withSettings,
    event: browser => browser.tell('alarm', { name: 'session-clock' }),
    done: ({ told }) => told > 0,
    // All pages are loaded again, and ask.
    afterStart: state => tabOf(state).title !== '',
  },
  {
    name: 'a permission that is given, for links',
    event: browser => browser.tell('permission added'),
    done: ({ scripts }) => scripts.includes('links'),
    alarm: 'links',
  },
  {
    name: 'a permission that is taken back, for links',
    before: async browser => {
      browser.tell('permission added')
      await browser.settle()
      browser.state.granted = []
    },
    event: browser => browser.tell('permission removed'),
    done: ({ scripts }) => !scripts.includes('links'),
    alarm: 'links',
  },
  {
    name: 'a link that has loaded',
    before: toLink,
    event: browser => browser.loadLink(tabOf(browser.state)),
    done: (state, { askedLinks: [asked] }) => state.menus > 0 && asked?.isWaiting === false,
  },
  {
    name: 'a link that has loaded, where only the user opens the menu',
    before: browser => {
      browser.state.refusesMenus = true
      return toLink(browser)
    },
    event: browser => browser.loadLink(tabOf(browser.state)),
    done: (state, { askedLinks: [asked] }) =>
      tabOf(state).title === 'button_link' && asked?.isWaiting === true,
  },
  {
    name: 'a change of storage by a choice that leads through a portal',
    before: async browser => {
      browser.state.granted = []
    },
    isOnce: true,
    event: browser => browser.page().leaveOnward(onward),
    done: (state, { onward: [left] }) => isAsked(state) && left?.asked === 'button',
    alarm: 'onward',
    afterStart: isNothingLeft,
  },
  {
    name: 'the load of a page from which the menu continues',
    before: browser => unheard(browser, browser.page().leaveOnward(onward)),
    isOnce: true,
    event: browser => browser.tell('tab updated', 1, { status: 'complete' }),
    // The button asks if the menu may not have opened.
    done: (state, { onward: [left] }) =>
      left?.asked === 'button' ? isAsked(state) : state.menus > 0 && left?.asked === 'menu',
    alarm: 'onward',
    afterStart: isNothingLeft,
  },
  {
    name: 'the load of a page from which the menu continues, where only the user opens the menu',
    before: browser => {
      browser.state.refusesMenus = true
      return unheard(browser, browser.page().leaveOnward(onward))
    },
    isOnce: true,
    event: browser => browser.tell('tab updated', 1, { status: 'complete' }),
    done: (state, { onward: [left] }) => isAsked(state) && left?.asked === 'button',
    alarm: 'onward',
    afterStart: isNothingLeft,
  },
  {
    name: 'the end of a tab from which the menu would have continued',
    before: async browser => {
      await browser.page().leaveOnward(onward)
      await browser.settle()
    },
    isOnce: true,
    event: browser => browser.closeTab(1),
    done: isNothingLeft,
    alarm: 'onward',
  },
  {
    name: 'a switch to log',
    before: withLog,
    event: browser => browser.askWith('log-switch', { ...logged, id: 'second', at: browser.state.now + 1 }),
    done: (_, kept) => isLogged(kept, ['first', 'second'], true),
    // The menu that said so is gone.
    afterStart: (_, kept) => isLogged(kept, ['first'], false) || isLogged(kept, ['first', 'second'], true),
  },
  {
    name: 'the end of a logged session',
    before: withLog,
    event: browser => browser.askWith('log-end', logged.session),
    done: (_, kept) => isLogged(kept, ['first'], true),
    afterStart: (_, kept) => isLogged(kept, ['first'], false) || isLogged(kept, ['first'], true),
  },
  {
    name: 'a change of storage by fewer days in the log',
    before: async browser => {
      await withLog(browser)
      const at = browser.state.now - 8 * 24 * 60 * 60_000
      await browser.page().logItem.set([
        { ...logged, at },
        { ...logged, id: 'second', at: browser.state.now },
      ])
    },
    isOnce: true,
    event: browser => browser.page().settingsItem.set({ openSessions: true, log: true, logDays: '7' }),
    done: (_, kept) => isLogged(kept, ['second'], false),
  },
  {
    name: 'the request of a menu to look in a portal',
    before: toPortal,
    event: async browser => {
      browser.askAbout('look-in-portal', 1)
      await searching(browser)
    },
    done: isFound,
    alarm: 'portal-scan',
    // What was found is gone with the browser's session. The next press looks again.
    afterStart: (_, { scan, found }) => scan === undefined && found.length === 0,
  },
  {
    name: 'the request of a menu to stop looking in a portal',
    before: async browser => {
      toPortal(browser)
      browser.askAbout('look-in-portal', 1)
      await browser.settle()
    },
    event: browser => browser.askAbout('stop-in-portal', 1),
    // If it's stopped before that, the search goes on, and ends.
    done: (_, { scan }) => scan?.state.kind === 'stopped' || scan?.state.kind === 'done',
    afterStart: (_, { scan, found }) => scan === undefined && found.length === 0,
  },
]
