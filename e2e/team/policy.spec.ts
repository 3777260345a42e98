import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '../../testing/browser-test'
import type { Driver, LaunchOptions, Surface } from '../../testing/browsers/driver'
import { type PolicyFile, preparePolicyFile, whyNoPolicyFile } from '../../testing/browsers/policies'
import { waitFor } from '../../testing/browsers/wait'
import type { OptionsPage } from '../../testing/pages/options-page'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions, save } from '../../testing/steps/configure'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { idsIn, send } from '../../testing/steps/other-extension'
import { openPortal } from '../../testing/steps/portal'
import { signIn } from '../../testing/steps/sign-in'
import { readSync } from '../../testing/steps/sync'
import {
  mayReadTeam,
  openTeamMore,
  startTeam,
  teamHost,
  teamUrl,
  waitForTeam,
} from '../../testing/steps/team'
import type { TeamServer } from '../../testing/team-server'

const list = '[shop]\naws_account_id = 333344445555\nrole_name = Operator\n'

interface Managed {
  readonly file: PolicyFile
  /** Starts a browser with these administrator's settings. It grants the team's host if asked. */
  launch(
    policy: object,
    profile?: string,
    options?: Partial<LaunchOptions>,
    closedHosts?: readonly string[],
  ): Promise<Driver>
}

declare const chrome: { readonly storage: { readonly local: { get(keys: null): Promise<object> } } }

const test = base.extend<{ readonly managed: Managed; readonly server: TeamServer }>({
  managed: async ({ launchDriver, driverName }, use) => {
    const reason = whyNoPolicyFile(driverName)
    test.skip(reason !== undefined, reason)
    const built = `dist/${driverName === 'chromium' ? 'chrome' : 'firefox'}`
    const folder = await mkdtemp(join(tmpdir(), 'rolecall-managed-'))
    const file = await preparePolicyFile(driverName, built, folder)
    const drivers: Driver[] = []
    await use({
      file,
      async launch(policy, profile, options, closedHosts) {
        await file.write(policy, closedHosts)
        const driver = await launchDriver({
          ...file.launch,
          ...options,
          grants: [`https://${teamHost}/*`],
          ...(profile !== undefined && { profile }),
        })
        drivers.push(driver)
        return driver
      },
    })
    for (const driver of drivers) await driver.close()
    await file.remove()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  server: async ({ demo }, use) => {
    const server = await startTeam(demo)
    server.answer('/roles.ini', { kind: 'text', text: list })
    await use(server)
    await server.close()
  },
})

const hideAccountIds = { role: 'checkbox', name: 'Hide account ids' } as const
const sync = { role: 'checkbox', name: 'Sync my list' } as const
const dark = { role: 'radio', name: 'Dark' } as const
const light = { role: 'radio', name: 'Light' } as const
const allow = { role: 'button', name: 'Allow…' } as const
const setByOrganization = 'Set by your organization'

test('what an administrator locks can’t be changed and counts in the menu, and a default gives way to the user', async ({
  managed,
  demo,
}) => {
  test.slow()
  const driver = await managed.launch({
    hideAccountIds: true,
    sync: false,
    theme: 'dark',
    changeable: ['theme'],
  })
  const options = await openOptions(driver)
  await expectLocked(options, hideAccountIds, true)
  await expectLocked(options, sync, false)
  await options.openTabOf(dark)
  expect(await options.settings.isOn(dark)).toBe(true)
  expect(await options.settings.isLocked(dark)).toBe(false)
  await expect.poll(options.settings.setByOrganization).toEqual([setByOrganization, setByOrganization])

  await options.write(list)
  await save(options)
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  expect(await menu.shownText()).not.toContain('3333-4444-5555')
  expect(await themeOf(menu)).toBe('dark')
  await menu.close()

  await options.activate()
  await options.settings.turn(light, true)
  await expect.poll(() => themeOf(options)).toBe('light')
  await options.reload()
  await options.openTabOf(light)
  await expect.poll(() => options.settings.isOn(light)).toBe(true)
  await expectLocked(options, hideAccountIds, true)
  expect(await readSync(options)).toEqual({})
})

test('an administrator’s team URL needs one press, and its headers go to the server and are shown nowhere', async ({
  managed,
  server,
  demo,
}) => {
  test.slow()
  const driver = await managed.launch({
    teamUrl,
    teamHeaders: { Authorization: 'Bearer not-to-be-seen' },
    teamApproval: true,
  })
  await signIn(driver, demo)
  await expect(async () => {
    const popup = await openPopup(driver)
    const heading = await waitFor('what the menu says', popup.heading)
    expect(heading).toBe('Your team list isn’t here yet')
  }).toPass()
  const popup = await driver.popup()
  await popup?.close()

  const options = await openOptions(driver)
  await waitForTeam(options, /isn’t allowed to read from roles\.team\.example/)
  expect(server.requests).toEqual([])
  await options.open('team')
  await expectAccessible(options, 'a team’s URL that an administrator has set')
  await options.click(allow)
  await waitForTeam(options, /^The list has 1 role\./)
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer not-to-be-seen')

  expect(await options.all({ role: 'button', name: 'Stop using it' })).toEqual([])
  await openTeamMore(options)
  await expectLocked(options, { role: 'checkbox', name: 'Ask before applying changes' }, true)
  expect(await options.all({ label: 'Header value' })).toEqual([])
  const { html, kept } = await options.evaluate(async () => ({
    html: document.documentElement.outerHTML,
    kept: JSON.stringify(await chrome.storage.local.get(null)),
  }))
  expect(html + kept).not.toContain('not-to-be-seen')
  await signIn(driver, demo)
  expect(await (await openMenu(driver)).roles()).toEqual(['shop'])
})

test('an administrator’s team URL that is a default gives way to the user, who can take it up again', async ({
  managed,
  server,
}) => {
  test.slow()
  const driver = await managed.launch({ teamUrl, changeable: ['teamUrl'] })
  const options = await openOptions(driver)
  await waitForTeam(options, /isn’t allowed to read from/)
  await options.open('team')
  await options.click(allow)
  await waitForTeam(options, /^The list has 1 role\./)
  expect(server.requests.length).toBeGreaterThan(0)

  // Its messages move the buttons.
  await expectPreview(options, /shop/)
  await options.click({ role: 'button', name: 'Stop using it' })
  await expect.poll(options.team.url).toBe(teamUrl)
  await options.reload()
  await expect.poll(options.team.url).toBe(teamUrl)
  await options.click({ role: 'button', name: 'Use it' })
  await waitForTeam(options, /^The list has 1 role\./)
})

test('an administrator’s list and settings are there at once when the browser starts again', async ({
  managed,
  server,
  demo,
}) => {
  test.slow()
  const profile = await mkdtemp(join(tmpdir(), 'rolecall-restarted-'))
  const policy = { teamUrl, hideAccountIds: true }
  const first = await managed.launch(policy, profile)
  const options = await openOptions(first)
  await waitForTeam(options, /isn’t allowed to read from/)
  await options.open('team')
  await options.click(allow)
  await waitForTeam(options, /^The list has 1 role\./)
  await first.close()

  server.answer('/roles.ini', { kind: 'status', status: 500 })
  const second = await managed.launch(policy, profile)
  await signIn(second, demo)
  const menu = await openMenu(second)
  await expect.poll(menu.roles).toEqual(['shop'])
  expect(await menu.shownText()).not.toContain('3333-4444-5555')
  await menu.close()
  const again = await openOptions(second)
  await waitForTeam(again, /an error \(500\).*Last updated/)
  await expectPreview(again, /shop/)
  await second.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('what an administrator sets wrongly is ignored by itself, and the settings say which and why', async ({
  managed,
  driverName,
}) => {
  const driver = await managed.launch({
    teamUrl: 'http://roles.team.example/roles.ini',
    theme: 'purple',
    order: 'name',
    changeable: ['density'],
    // Chromium checks the schema itself, and drops unknown values and those of another type.
    ...(driverName === 'firefox' && { hideAccountIds: 'yes', colour: 'red' }),
  })
  const options = await openOptions(driver)
  await expect
    .poll(options.settings.policyProblems)
    .toEqual([
      ...(driverName === 'firefox' ? ['“colour” isn’t a Rolecall setting.'] : []),
      ...(driverName === 'firefox' ? ['“hideAccountIds” must be true or false.'] : []),
      '“theme” must be system, light, or dark.',
      'Rolecall can’t use the address in “teamUrl”. Use https://, because over http:// anyone in between could change your roles.',
      '“changeable” lists “density”, which isn’t set.',
    ])
  await expectLocked(options, { role: 'radio', name: 'Name' }, true)
  expect(await options.settings.isOn({ role: 'radio', name: 'System' })).toBe(true)
  expect(await options.attention('menu')).toBe('Some of your organization’s settings are being ignored')
  await expectAccessible(options, 'what an administrator has set wrongly')
})

test('a policy that changes counts at once where the browser tells', async ({
  managed,
  server,
  driverName,
}) => {
  test.slow()
  test.skip(driverName === 'firefox', 'Firefox reads its policies when it starts.')
  const driver = await managed.launch({ theme: 'dark', teamUrl })
  const options = await openOptions(driver)
  await expectLocked(options, dark, true)
  await waitForTeam(options, /isn’t allowed to read from/)
  await options.open('team')
  await options.click(allow)
  await expectPreview(options, /shop/)
  expect(server.requests.length).toBeGreaterThan(0)
  await managed.file.write({ theme: 'light' })
  // Chromium waits until nobody has written to the folder for five seconds.
  await expect.poll(() => themeOf(options), { timeout: 30_000 }).toBe('light')
  // Without its URL, the list is gone.
  await expect.poll(async () => (await options.preview.text()) ?? '').not.toMatch(/shop/)
  await expect(options).toShow({ label: 'Team URL' })
  await expect.poll(() => mayReadTeam(options)).toBe(false)
  await managed.file.write({ theme: 'light', changeable: ['theme'] })
  await expect.poll(options.settings.setByOrganization).toEqual([])
})

test('an administrator says which extensions may send, and what others sent goes', async ({
  managed,
  driverName,
}) => {
  test.slow()
  const otherExtension = 'testing/extensions/sender-extension'
  const profile = await mkdtemp(join(tmpdir(), 'rolecall-senders-'))
  const config = { action: 'updateConfig', dataType: 'ini', data: list }
  const refused = { result: 'failure', error: { message: 'Refused' } }
  const noneLocked = { senders: [] }
  const first = await managed.launch(noneLocked, profile, { otherExtension })
  const ids = idsIn(first)
  const options = await openOptions(first)
  await expect.poll(options.senders.text).toContain(setByOrganization)
  expect(await options.all({ label: 'Extension id' })).toEqual([])
  const sender = await first.open(first.otherExtensionUrl('sender.html'))
  expect(await send(sender, ids.rolecall, config)).toEqual(refused)
  await first.close()

  // One is locked: it needs no user's consent, and the user can't remove it.
  const second = await managed.launch({ senders: [ids.sender] }, profile, { otherExtension })
  const there = await openOptions(second)
  await expect.poll(there.senders.states).toEqual(['It hasn’t sent anything yet.'])
  expect(await there.senders.removable()).toBe(0)
  await there.open('team')
  await expectAccessible(there, 'extensions that an administrator lets send')
  const other = await second.open(second.otherExtensionUrl('sender.html'))
  expect(await send(other, ids.rolecall, config)).toEqual({ result: 'success' })
  await there.activate()
  await expectPreview(there, /shop/)
  await second.close()

  // It's no longer allowed, so its list is removed.
  const third = await managed.launch(noneLocked, profile, { otherExtension })
  const last = await openOptions(third)
  await expect.poll(async () => (await last.preview.text()) ?? '').not.toMatch(/shop/)
  await expect
    .poll(async () =>
      JSON.stringify(await last.evaluate(async () => (await chrome.storage.local.get(null)) as object)),
    )
    .toMatch(/"sentTexts":\{"value":\[\],|"sentTexts":\{"version":1,"value":\[\]/)
  expect(driverName).toBe(third.name)
  await third.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function expectLocked(
  options: OptionsPage,
  target: Parameters<Surface['all']>[0],
  checked: boolean,
): Promise<void> {
  await options.openTabOf(target)
  await expect(async () => {
    expect(await options.settings.isOn(target)).toBe(checked)
    expect(await options.settings.isLocked(target)).toBe(true)
  }).toPass()
}

async function expectPreview(options: OptionsPage, shown: RegExp): Promise<void> {
  await expect.poll(options.preview.text).toMatch(shown)
}

function themeOf(page: Surface): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.theme)
}

test('console and portal pages that a policy closes to extensions are told of as such', async ({
  managed,
  demo,
}) => {
  test.slow()
  const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'
  const driver = await managed.launch({}, undefined, {}, [
    '*.console.aws.amazon.com',
    'us-east-1.console.aws.amazon.com',
    'example.awsapps.com',
  ])
  const options = await openOptions(driver)
  await options.write(text)
  await save(options)
  await signIn(driver, demo)
  const menu = await openPopup(driver)
  await expect(menu).toSay('policy')
  expect((await menu.all({ role: 'button', name: 'Reload' })).length).toBe(0)
  // AWS's own form is there.
  await menu.press('Enter')
  await expect(driver).toBeAt(/signin\.aws\.amazon\.com\/switchrole\?/)

  await openPortal(driver)
  const portal = await openPopup(driver)
  await expect.poll(portal.portalTitle).toBe('Rolecall couldn’t read this portal')
  await expect(portal).toSay('An administrator’s policy keeps extensions out of this page.')
})
