// `npm run docs:pictures` takes the pictures of README.md and docs/, of the extension with the demo console. Names of parts
// as arguments, such as `-- clock log`, take only theirs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { consolePatterns } from '../src/aws/partitions'
import type { LogEntry } from '../src/log/log-entry'
import type { BrowserName, Driver, LaunchOptions, Surface } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { forgetAll } from '../testing/browsers/reset'
import { waitFor } from '../testing/browsers/wait'
import { type DemoConsole, startDemoConsole } from '../testing/demo-console'
import { generatedConfiguration } from '../testing/generators/generated-configuration'
import { editor } from '../testing/pages/editor'
import { store } from '../testing/pages/stored'
import { badge } from '../testing/steps/badge'
import { configure, openOptions } from '../testing/steps/configure'
import { waitForRole } from '../testing/steps/console'
import { storeFound } from '../testing/steps/found'
import { openMenu, waitForMenu } from '../testing/steps/menu'
import { searchPortal } from '../testing/steps/portal'
import { signIn } from '../testing/steps/sign-in'
import { ageSessions } from '../testing/steps/starts'
import { switchTo } from '../testing/steps/switch-to'
import { waitUntilSynced, writeSync } from '../testing/steps/sync'
import { tabGroups } from '../testing/steps/tab-groups'
import { startTeam, teamHost, teamUrl, useTeamUrl } from '../testing/steps/team'
import type { TeamServer } from '../testing/team-server'
import { drawDesignSystem } from './design-system/picture'
import { animate, type Frame, openDisplay } from './x-display'

const extension = 'output/docs/extension'
const firefoxExtension = 'output/docs/firefox'
const folder = 'docs/pictures'
const portalRoles = `
[sso-session harbour]
sso_start_url = https://harbour.awsapps.com/start
sso_region = eu-west-1

[profile finance-reader]
sso_session = harbour
sso_account_id = 678901234567
sso_role_name = BillingReader
color = #545b64
group = Finance
description = Invoices and budgets

[profile network-admin]
sso_session = harbour
sso_account_id = 789012345678
sso_role_name = NetworkAdministrator
color = #00748f
group = Network
region = eu-west-1
description = VPCs, gateways and DNS
`
/** Has one role by a name of its own, and one that is gone. */
const portalList = `[sso-session harbour]
sso_start_url = https://harbour.awsapps.com/start
sso_region = eu-west-1

[profile till]
sso_session = harbour
sso_account_id = 333344445555
sso_role_name = Operator
region = eu-west-1

[profile archive-reader]
sso_session = harbour
sso_account_id = 999900001111
sso_role_name = Reader
region = eu-west-1
`
const example = readFileSync('examples/rolecall.ini', 'utf8')
/** The production role of the shop opens read-only first. */
const withReader = `${example.replace('Web shop and checkout', '$&\nreader = shop-readonly')}
[shop-readonly]
source_profile = harbour
aws_account_id = 333344445555
role_name = ReadOnly
color = #d13212
group = Production
description = Looking at the web shop
`
const accounts = JSON.stringify({
  Accounts: [
    { Id: '333344445555', Name: 'shop-production', Status: 'ACTIVE' },
    { Id: '345678904321', Name: 'search-production', Status: 'ACTIVE' },
    { Id: '345678905432', Name: 'search-staging', Status: 'ACTIVE' },
  ],
})

/** What pictures are taken of, by the argument that chooses it. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  popup: () => inBrowser({}, showPopup),
  sessions: () => inBrowser({}, showSessions),
  several: () => inBrowser({}, showSeveral),
  asking: () => inBrowser({}, showAsking),
  containers: showContainers,
  rules: () => inBrowser({}, showRules),
  marks: () => inBrowser({ grants: consolePatterns }, showMarks),
  clock: () => inBrowser({}, showClock),
  renewal: () => inBrowser({ grants: consolePatterns }, showRenewal),
  again: () => inBrowser({}, showAgain),
  'through-portal': () => inBrowser({}, showThroughPortal),
  'address-bar': showAddressBar,
  'wrong-region': () => inBrowser({ grants: consolePatterns }, showWrongRegion),
  'asking-for-access': () => inBrowser({}, showAskingForAccess),
  menu: () => inBrowser({}, showMenuSettings),
  bookmarks: () => inBrowser({}, showBookmarks),
  switching: showSwitching,
  tabs: () => showTabStrip('chromium', 'console-tabs'),
  'tabs-firefox': () => showTabStrip('firefox', 'console-tabs-firefox'),
  'many-roles': () => inBrowser({}, showManyRoles),
  options: () => inBrowser({}, showOptions),
  log: () => inBrowser({}, showLog),
  portal: () => inBrowser({}, showPortal),
  sync: () => inBrowser({}, showSync),
  team: showTeam,
  japanese: () => inBrowser({ locale: 'ja' }, showJapanese),
  'design-system': () => drawDesignSystem(folder),
}
const chosen = process.argv.slice(2)
const unknown = chosen.filter(name => !Object.hasOwn(parts, name))
if (unknown.length > 0) throw new Error(`${unknown} isn’t one of ${Object.keys(parts).join(', ')}.`)

mkdirSync(folder, { recursive: true })
// Pictures have the stores' fonts, whatever this machine has for its own.
process.env.FONTCONFIG_FILE = resolve('store/fonts.conf')
await build({ mode: 'chrome', logLevel: 'warn', build: { outDir: extension, emptyOutDir: true } })
await build({ mode: 'firefox', logLevel: 'warn', build: { outDir: firefoxExtension, emptyOutDir: true } })
const demo = await startDemoConsole()
try {
  for (const [name, take] of Object.entries(parts)) {
    if (chosen.length === 0 || chosen.includes(name)) await take()
  }
} finally {
  await demo.close()
}

async function inBrowser(
  options: Partial<LaunchOptions>,
  show: (driver: Driver, demo: DemoConsole) => Promise<void>,
): Promise<void> {
  const driver = await launch('chromium', {
    extension,
    proxyPort: demo.proxyPort,
    authorities: [demo.certificateAuthority],
    // Twice as sharp.
    chromiumSwitches: ['--screen-info={3200x2400 devicePixelRatio=2}', '--window-size=1280,860'],
    ...options,
  })
  try {
    await show(driver, demo)
  } finally {
    await driver.close()
  }
}

async function picture(surface: Surface, name: string): Promise<void> {
  await surface.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await surface.screenshot(join(folder, `${name}.png`))
}

async function inDark(surface: Surface, name: string): Promise<void> {
  await surface.emulate({ colorScheme: 'dark' })
  await picture(surface, name)
  await surface.emulate({ colorScheme: 'light' })
}

async function showPopup(driver: Driver, demo: DemoConsole): Promise<void> {
  const options = await configure(driver, example)
  await signIn(driver, demo, { mode: 'multi-session' })
  const popup = await openMenu(driver)
  await picture(popup, 'popup')
  await inDark(popup, 'popup-dark')
  await popup.type('pay prod')
  await picture(popup, 'popup-search')
  await popup.press('Escape')
  await popup.search('arn:aws:lambda:eu-west-1:333344445555:function:checkout')
  await there(popup, { css: '.notice.aim' })
  await picture(popup, 'popup-paste')
  await popup.press('Escape')
  await popup.click({ css: '.link-button' })
  await there(popup, { css: '.hidden-roles' })
  await picture(popup, 'popup-hidden')
  await popup.press('Escape')
  await waitForMenu(popup)
  await popup.press('?')
  await there(popup, { css: '.help' })
  await picture(popup, 'popup-help')
  await popup.press('Escape')
  await waitForMenu(popup)
  await popup.press('ArrowRight')
  await there(popup, { css: '.actions' })
  await picture(popup, 'popup-actions')
  await popup.press('Escape')
  await waitForMenu(popup)
  demo.refuseNext('UNAUTHORIZED', 'User is not authorized to assume this role')
  await popup.type('shop prod')
  await popup.press('Enter')
  await there(popup, { role: 'alert' })
  await popup.click({ css: 'summary' })
  await picture(popup, 'popup-refused')
  await popup.close()

  await options.settings.turn({ role: 'radio', name: 'Group' }, true)
  await signIn(driver, demo)
  const grouped = await openMenu(driver)
  await picture(grouped, 'popup-groups')
  await grouped.close()
  await options.settings.turn({ role: 'radio', name: 'Recent' }, true)

  await options.settings.turn({ role: 'radio', name: 'Compact' }, true)
  await signIn(driver, demo)
  const compact = await openMenu(driver)
  await picture(compact, 'popup-compact')
  await compact.type('shop stag')
  await compact.press('Enter')
  await waitForRole(driver)
  await picture((await driver.tabs()).find(({ active }) => active)?.surface ?? compact, 'console')
}

/** Ticked roles, and the page in each, with a refusal. */
async function showSeveral(driver: Driver, demo: DemoConsole): Promise<void> {
  await configure(driver, example)
  await signIn(driver, demo, {
    mode: 'multi-session',
    landing: { path: '/ec2/home#Instances:', region: 'eu-west-1' },
  })
  const popup = await openMenu(driver)
  await popup.search('production')
  await popup.press('Control+a')
  await waitFor('the ticks', async () => (await popup.ticked()).length > 1)
  await popup.press('Escape')
  await picture(popup, 'popup-ticked')
  demo.refuseNext('UNAUTHORIZED', 'User is not authorized to assume this role')
  await popup.press('Enter')
  await waitFor('what became of them', async () => (await popup.panel())?.includes('didn’t open') === true)
  await picture(popup, 'popup-several')
  await popup.close()
}

/** Confirmations of a switch, for a profile and for a link. Also portal roles outside a console. */
async function showAsking(driver: Driver, demo: DemoConsole): Promise<void> {
  await configure(driver, `${portalRoles}\n${example.replace('Web shop and checkout', '$&\nconfirm = true')}`)
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await menu.type('shop prod')
  await menu.press('Enter')
  await there(menu, { css: '.confirm .button[aria-disabled=false]' })
  await picture(menu, 'popup-confirm')
  await menu.close()

  await configure(driver, example.replace('Web shop and checkout', '$&\nconfirm = name'))
  await signIn(driver, demo)
  const named = await openMenu(driver)
  await named.type('shop prod')
  await named.press('Enter')
  await there(named, { css: '#confirm-name' })
  await named.type('produ')
  await picture(named, 'popup-confirm-name')
  await named.close()

  await configure(driver, withReader)
  await signIn(driver, demo)
  const reading = await openMenu(driver)
  await reading.type('shop')
  await waitFor('the row to say so', async () =>
    (await reading.rowNames()).some(name => name.includes('Enter opens')),
  )
  await picture(reading, 'popup-reader')
  await reading.close()
  await configure(driver, `${portalRoles}\n${example}`)
  await signIn(driver, demo)

  const page = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1'
  await driver.open(`${page}&rolecall=666677778888%2FDeveloper#Instances:`)
  const linked = await driver.pressToolbarButton()
  await there(linked, { css: '.confirm .button[aria-disabled=false]' })
  await picture(linked, 'popup-link')
  await linked.close()

  const topic = 'arn:aws:sns:eu-west-1:444455556666:alerts'
  await driver.open(`https://eu-west-1.console.aws.amazon.com/sns/v3/home?region=eu-west-1#/topic/${topic}`)
  const elsewhere = await openMenu(driver)
  await waitFor('the roles of the address', async () =>
    /for this page/.test((await elsewhere.rowNames())[0] ?? ''),
  )
  await picture(elsewhere, 'popup-other-account')
  await elsewhere.close()

  await driver.open('about:blank')
  const anywhere = await openMenu(driver)
  await picture(anywhere, 'popup-portal')
}

/** Features that need the user's permission: marks on the console's tabs and pages. */
async function showMarks(driver: Driver, demo: DemoConsole): Promise<void> {
  const options = await configure(driver, example)
  await options.settings.turn({ role: 'radio', name: 'Loud for production' }, true)
  await signIn(driver, demo, { landing: { path: '/ec2/home#Instances:', region: 'eu-west-1' } })
  const menu = await openMenu(driver)
  await menu.type('shop prod')
  await menu.press('Enter')
  await waitForRole(driver)
  const page = (await driver.tabs()).find(({ active }) => active)?.surface
  if (!page) return
  // The frame is drawn once the background script has sent its mark.
  await waitFor('the frame', () =>
    page.evaluate(() => document.querySelector('html > [aria-hidden]') !== null),
  )
  await picture(page, 'console-marked')
}

/** A role's last minutes. */
async function showClock(driver: Driver, demo: DemoConsole): Promise<void> {
  await configure(driver, example)
  await signIn(driver, demo)
  await switchTo(driver, 'shop-production')
  await ageSessions(driver, 52)
  const menu = await openMenu(driver)
  await there(menu, { role: 'button', name: 'Renew' })
  await picture(menu, 'popup-clock')
}

/** The question before a renewal that takes another tab along. */
async function showRenewal(driver: Driver, demo: DemoConsole): Promise<void> {
  const options = await configure(driver, example)
  await options.settings.allowConsole()
  await signIn(driver, demo, { mode: 'multi-session' })
  const page = await switchTo(driver, 'shop-production')
  await driver.open(await page.evaluate(() => location.href))
  await page.activate()
  await ageSessions(driver, 52)
  const menu = await openMenu(driver)
  await there(menu, { role: 'button', name: 'Renew' })
  await menu.click({ role: 'button', name: 'Renew' })
  await there(menu, { css: '.confirm .button[aria-disabled=false]' })
  await picture(menu, 'popup-renew')
}

/** Target roles behind a portal role, on a page that isn't a console's. */
async function showThroughPortal(driver: Driver): Promise<void> {
  const hub = `[harbour]
sso_start_url = https://harbour.awsapps.com/start
sso_account_id = 111122223333
sso_role_name = Harbour
color = #545b64
`
  await configure(driver, example.replace(/^\[harbour\]\n(?:.+\n)+/m, hub))
  await driver.open('about:blank')
  await picture(await openMenu(driver), 'popup-through')
}

/** A page that isn't in its role's region: in the label and in the menu. */
async function showWrongRegion(driver: Driver, demo: DemoConsole): Promise<void> {
  const options = await configure(driver, example)
  await options.settings.turn({ role: 'radio', name: 'Clear' }, true)
  await signIn(driver, demo)
  const page = await switchTo(driver, 'payments-production')
  const url = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1'
  await page.evaluate(url => location.assign(url), url)
  await waitFor('the frame', () =>
    page.evaluate(() => document.querySelector('html > [aria-hidden]') !== null).catch(() => false),
  )
  await picture(page, 'console-wrong-region')
  const menu = await openMenu(driver)
  await there(menu, { role: 'button', name: /^us-east-1: go to/ })
  await picture(menu, 'popup-wrong-region')
}

/** A refused switch to a role whose profile says where access is requested. */
async function showAskingForAccess(driver: Driver, demo: DemoConsole): Promise<void> {
  const asking = 'request_url = https://access.example.com/new?account={account}&role={role}'
  await configure(driver, example.replace('Web shop and checkout', `$&\n${asking}`))
  await signIn(driver, demo, { mode: 'multi-session' })
  demo.refuseNext('UNAUTHORIZED', 'User is not authorized to assume this role')
  const menu = await openMenu(driver)
  await menu.type('shop prod')
  await menu.press('Enter')
  await there(menu, { role: 'button', name: /^Ask for access/ })
  await picture(menu, 'popup-request-access')
}

/** The settings of the menu, with the keys for pins. */
async function showMenuSettings(driver: Driver): Promise<void> {
  const options = await configure(driver, example)
  await options.open('menu')
  await options.evaluate(() => {
    const card = [...document.querySelectorAll('.card')].find(one => one.textContent?.includes('pin'))
    card?.scrollIntoView({ block: 'center' })
  })
  await picture(options, 'options-menu')
}

/** The exported bookmarks, in the browser itself. */
async function showBookmarks(driver: Driver): Promise<void> {
  const roles = ['finance-reader', 'finance-admin', 'network-reader', 'network-admin', 'data-reader'].map(
    (name, index) => `[profile ${name}]
sso_session = harbour
sso_account_id = ${678901234567 + index}
sso_role_name = ${name.endsWith('admin') ? 'Administrator' : 'Reader'}
group = ${name.split('-')[0]}
`,
  )
  const options = await configure(driver, `${portalRoles.split('[profile')[0]}${roles.join('\n')}`)
  const path = join(driver.downloads, 'rolecall-bookmarks.html')
  await options.pressExport(/^Bookmarks/)
  await waitFor('the bookmarks', async () => existsSync(path))
  const page = await driver.open(`file://${path}`)
  await page.evaluate(() => document.body.style.setProperty('zoom', '1.7'))
  await picture(page, 'bookmarks')
}

/** The rows below the address bar, which only the browser's own window shows. */
async function showAddressBar(): Promise<void> {
  const [width, height] = [1800, 1000]
  const display = await openDisplay(width, height)
  const driver = await launch('firefox', {
    extension: firefoxExtension,
    proxyPort: demo.proxyPort,
    authorities: [demo.certificateAuthority],
    headed: true,
    display: display.name,
    firefoxPrefs: { 'layout.css.devPixelsPerPx': '2' },
  })
  try {
    const options = await configure(driver, example)
    await signIn(driver, demo)
    await options.close()
    await driver.addressBar.type('prod')
    // The browser decides when to draw its own window.
    await new Promise(resolve => setTimeout(resolve, 2_000))
    display.picture(join(folder, 'address-bar.png'), width, 700)
  } finally {
    await driver.close()
    display.close()
  }
}

/** AWS's page after a role's session has ended. */
async function showAgain(driver: Driver, demo: DemoConsole): Promise<void> {
  demo.behave({ shape: { ended: 'sign-in' } })
  await configure(driver, example)
  await signIn(driver, demo, { mode: 'multi-session' })
  const page = await switchTo(driver, 'shop-production')
  demo.endSessions('shop-production')
  await page.reload()
  await picture(await openMenu(driver), 'popup-again')
}

/** A press, three letters, Enter, as one animated picture of the whole window. */
async function showSwitching(): Promise<void> {
  const [width, height] = [1280, 800]
  const display = await openDisplay(width, height)
  const driver = await launch('chromium', {
    extension,
    proxyPort: demo.proxyPort,
    authorities: [demo.certificateAuthority],
    headed: true,
    display: display.name,
    chromiumSwitches: ['--window-position=0,0', `--window-size=${width},${height}`],
  })
  const frames: Frame[] = []
  const frame = async (seconds: number) => {
    // The browser decides when to draw its own window.
    await new Promise(resolve => setTimeout(resolve, 700))
    const path = join(tmpdir(), `rolecall-frame-${frames.length}.png`)
    display.picture(path, width, height)
    frames.push({ path, seconds })
  }
  try {
    const options = await configure(driver, example)
    await signIn(driver, demo)
    await options.close()
    await frame(1.2)
    const menu = await openMenu(driver)
    await frame(1.2)
    for (const letter of 'pay') {
      await menu.type(letter)
      await frame(letter === 'y' ? 1.2 : 0.3)
    }
    await menu.press('Enter')
    await waitForRole(driver)
    await frame(2.5)
  } finally {
    await driver.close()
    display.close()
  }
  animate(frames, join(folder, 'switching.webp'), 840)
}

/**
 * Tab groups with titles, icons and frames, and a button that counts down. The tabs themselves are visible only on a
 * display.
 */
async function showTabStrip(browser: BrowserName, name: string): Promise<void> {
  const display = await openDisplay(2560, 2000)
  const driver = await launch(browser, {
    extension: browser === 'chromium' ? extension : firefoxExtension,
    proxyPort: demo.proxyPort,
    authorities: [demo.certificateAuthority],
    headed: true,
    display: display.name,
    grants: [...consolePatterns, 'tabGroups'],
    // Twice as sharp.
    chromiumSwitches: ['--force-device-scale-factor=2', '--window-position=0,0', '--window-size=1280,860'],
    firefoxPrefs: { 'layout.css.devPixelsPerPx': '2' },
  })
  try {
    await openMarkedTabs(driver)
    // The browser decides when to draw its own window.
    await new Promise(resolve => setTimeout(resolve, 2_000))
    display.picture(join(folder, `${name}.png`), 2560, 700)
  } finally {
    await driver.close()
    display.close()
  }
}

async function openMarkedTabs(driver: Driver): Promise<void> {
  const options = await configure(driver, example)
  await options.settings.turn({ role: 'radio', name: 'Loud for production' }, true)
  await options.settings.turn({ role: 'checkbox', name: /^Group each/ }, true)
  const base = await signIn(driver, demo, {
    mode: 'multi-session',
    landing: { path: '/ec2/home', region: 'eu-west-1' },
  })
  await options.close()
  for (const [name, key] of [
    ['shop prod', 'Enter'],
    ['shop prod', 'Control+Enter'],
    ['sandbox', 'Enter'],
  ] as const) {
    await base.activate()
    const menu = await openMenu(driver)
    await menu.type(name)
    await menu.press(key)
    await waitFor('the menu to close', async () => !(await menu.isOpen()))
    await waitForRole(driver)
  }
  await waitFor('the groups', async () => (await tabGroups(driver)).length === 2)
  await ageSessions(driver, 52)
  const role = (await driver.tabs())[1]?.surface
  await role?.activate()
  await role?.reload()
  await waitFor('the minutes on the button', async () => (await badge(driver)).text === '8m')
}

/** A role that comes first on its page, and another in a typed region. */
async function showRules(driver: Driver, demo: DemoConsole): Promise<void> {
  await configure(driver, example.replace('Where is my parcel?', '$&\nmatch = *.console.aws.amazon.com/s3/*'))
  await signIn(driver, demo, { landing: { path: '/s3/buckets', region: 'eu-west-1' } })
  const menu = await openMenu(driver)
  await menu.press('ArrowDown')
  await menu.press('Control+d')
  await menu.press('Home')
  await picture(menu, 'popup-match')
  await menu.type('shop >us-w')
  await picture(menu, 'popup-region')
}

/** The setting that exists only in Firefox. */
async function showContainers(): Promise<void> {
  const driver = await launch('firefox', {
    extension: firefoxExtension,
    proxyPort: demo.proxyPort,
    authorities: [demo.certificateAuthority],
  })
  try {
    const options = await configure(driver, example)
    await options.open('console')
    await picture(options, 'options-containers')
  } finally {
    await driver.close()
  }
}

/** Multi-session mode: open roles, the menu in a role's tab, and no room for a sixth session. */
async function showSessions(driver: Driver, demo: DemoConsole): Promise<void> {
  await configure(driver, example)
  const base = await signIn(driver, demo, { mode: 'multi-session' })
  for (const name of ['shop-prod', 'payments-prod', 'sandbox', 'audit-hub']) {
    await base.activate()
    const menu = await openMenu(driver)
    await menu.type(name)
    await menu.press('Shift+Enter')
    await waitForRole(driver)
  }
  const inRole = await openMenu(driver)
  await picture(inRole, 'popup-role-tab')
  await inRole.close()
  await base.activate()
  const menu = await openMenu(driver)
  await picture(menu, 'popup-open')
  await menu.click({ role: 'button', name: /open sessions/ })
  await there(menu, { css: '.sessions' })
  await picture(menu, 'popup-sessions')
  await menu.press('Escape')
  await waitForMenu(menu)
  await menu.type('billing')
  await menu.press('Enter')
  await there(menu, { css: '.sessions' })
  await picture(menu, 'popup-sessions-full')
}

async function showManyRoles(driver: Driver, demo: DemoConsole): Promise<void> {
  const options = await configure(driver, generatedConfiguration(10_000))
  await picture(options, 'options-10000')
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('grove search')
  await picture(popup, 'popup-10000')
}

async function showOptions(driver: Driver): Promise<void> {
  const options = await openOptions(driver)
  await picture(options, 'options-first-run')

  await options.fill(editor, example)
  await options.press('Control+s')
  await there(options, { css: '.preview [role=option]' })
  await options.press('Control+Home')
  await picture(options, 'options')
  await inDark(options, 'options-dark')

  await options.click({ role: 'button', name: 'Add role' })
  await there(options, { role: 'dialog' })
  await picture(options, 'options-add-role')
  await options.press('Escape')

  const file = join(tmpdir(), 'accounts.json')
  writeFileSync(file, accounts)
  await options.setFiles({ label: 'Import file' }, file)
  await there(options, { role: 'dialog' })
  await picture(options, 'options-import')
  await options.press('Escape')

  const mistaken = example
    .replace('source_profile = harbour', 'source_profile = harbor')
    .replace('color          = #d13212', 'colour         = red')
    .replace('aws_account_id = 444455556666', 'aws_account_id = 4444-5555-6666')
  await options.fill(editor, mistaken)
  await options.press('Control+Home')
  await there(options, { role: 'list', name: 'Messages' })
  await picture(options, 'options-messages')
  await options.press('Control+s')
  await there(options, { css: '.versions li:nth-child(2)' })
  await options.open('history')
  await options.click({ css: '.versions li:nth-child(2) button' })
  await there(options, { role: 'dialog' })
  await picture(options, 'options-history')
}

/** The question for a reason, and the log of two days. */
async function showLog(driver: Driver, demo: DemoConsole): Promise<void> {
  const reasoned = example.replace('Web shop and checkout', '$&\nreason = true')
  const options = await configure(driver, reasoned)
  const settings = { version: 3, value: { log: true } }
  await store(options, { settings, log: { version: 1, value: exampleLog(12) } })
  await signIn(driver, demo, { mode: 'multi-session' })
  const popup = await openMenu(driver)
  await popup.type('shop-prod')
  await popup.press('Enter')
  await there(popup, { css: '.confirm-form' })
  await popup.type('INC-1042: refund fails')
  await picture(popup, 'popup-reason')
  await popup.press('Escape')
  await options.activate()
  await options.open('log')
  await there(options, { css: 'table.log' })
  await picture(options, 'options-log')
}

/** Returns this many entries, latest last, as the log stores them. */
function exampleLog(count: number): readonly LogEntry[] {
  const switches = [
    ['shop-production', 'Operator', '333344445555', 'INC-1042: refund fails', 'menu', 'switch'],
    ['shop-staging', 'Developer', '345678904321', undefined, 'addressBar', 'switch'],
    ['payments-production', 'Auditor', '444455556666', 'Quarterly review', 'link', 'switch'],
    ['sandbox', 'AdministratorAccess', '777788889999', undefined, 'key', 'portal'],
    ['search-staging', 'Developer', '345678905432', undefined, 'menu', 'switch'],
  ] as const
  return Array.from({ length: count }, (_, index): LogEntry => {
    const [profile, roleName, account, reason, from, how] = switches[(index * 7) % 5] ?? switches[0]
    const at = Date.now() - (count - index) * 97 * 60_000
    return {
      id: `${index}`,
      at,
      profile,
      roleName,
      account,
      partition: 'aws',
      region: 'eu-west-1',
      how,
      from,
      ...(reason !== undefined && { reason }),
      ...(how === 'switch' && index % 4 !== 3 && { end: at + (((index * 13) % 50) + 4) * 60_000 }),
    }
  })
}

async function showPortal(driver: Driver): Promise<void> {
  const menu = await searchPortal(driver, 'https://harbour.awsapps.com/start')
  await picture(menu, 'popup-portal-found')
  await menu.close()
  const options = await configure(driver, portalList)
  await storeFound(options, {
    url: 'https://harbour.awsapps.com/start',
    region: 'eu-west-1',
    accounts: [
      { id: '333344445555', name: 'Shop production', roles: ['Operator', 'Reader'] },
      { id: '444455556666', name: 'Shop staging', roles: ['Operator', 'Reader', 'AdministratorAccess'] },
      { id: '555566667777', name: 'Payments production', roles: ['Operator'] },
      { id: '666677778888', name: 'Payments staging', roles: ['Operator'] },
      { id: '777788889999', name: 'Sandbox', roles: ['AdministratorAccess'] },
    ],
    applications: 2,
    foundAt: Date.UTC(2026, 10, 25, 9, 30),
    isComplete: true,
  })
  await options.portal.open()
  await there(options, { css: '.found-counts .gone' })
  await picture(options, 'options-portal')
}

async function showSync(driver: Driver): Promise<void> {
  const options = await configure(driver, example)
  const base = await waitUntilSynced(options)
  await options.open('team')
  await picture(options, 'options-sync')
  await options.open('roles')

  // A text that another computer has saved in the meantime.
  await options.fill(
    editor,
    example.replace('source_profile = harbour', 'source_profile = harbour\nregion = eu-west-1'),
  )
  await options.press('Control+s')
  await there(options, { css: '.versions li:nth-child(2)' })
  const theirs = await waitUntilSynced(options)
  await forgetAll(options)
  await options.reload()
  await writeSync(options, base)
  await waitUntilSynced(options)
  await options.fill(editor, example.replace('#6b4fbb', '#8a3ffc'))
  await options.press('Control+s')
  await there(options, { css: '.versions li:nth-child(2)' })
  await waitUntilSynced(options)
  const header = { ...(theirs.configuration as object), time: Date.now() + 60_000 }
  await writeSync(options, { ...theirs, configuration: header })
  await options.click({ role: 'button', name: 'Compare them' })
  await there(options, { role: 'dialog' })
  await picture(options, 'options-conflict')
}

async function showTeam(): Promise<void> {
  const server = await startTeam(demo)
  server.answer('/roles.ini', { kind: 'text', text: example })
  const authorities = [demo.certificateAuthority, server.certificateAuthority]
  await inBrowser({ grants: [`https://${teamHost}/*`], authorities }, driver => showTeamOf(driver, server))
  await server.close()
}

async function showTeamOf(driver: Driver, server: TeamServer): Promise<void> {
  const options = await configure(driver, '[sandbox]\ncolor = 8a3ffc\n')
  await useTeamUrl(options, teamUrl, /roles\./)
  const addition = '\n[search-production]\naws_account_id = 345678904321\nrole_name = Reader\n'
  server.answer('/roles.ini', {
    kind: 'text',
    text: example.replace('444455556666', '345678905432') + addition,
  })
  await options.open('team')
  await options.click({ role: 'button', name: 'Refresh' })
  await there(options, { css: '.elsewhere' })
  await picture(options, 'options-team')
}

async function showJapanese(driver: Driver, demo: DemoConsole): Promise<void> {
  const options = await openOptions(driver)
  await options.fill({ css: '.cm-content' }, readFileSync('store/roles.ja.ini', 'utf8'))
  await options.press('Control+s')
  await there(options, { css: '.preview [role=option]' })
  await options.press('Control+Home')
  await picture(options, 'options-ja')
  await signIn(driver, demo)
  const popup = await driver.pressToolbarButton()
  await there(popup, { role: 'option' })
  await picture(popup, 'popup-ja')
}

function there(surface: Surface, target: Parameters<Surface['all']>[0]): Promise<unknown> {
  return waitFor(`${JSON.stringify(target)} in the page`, async () => (await surface.all(target))[0], {
    timeout: 20_000,
  })
}
