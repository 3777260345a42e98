import type { TeamStatus } from '../../src/team/team-status'
import type { OptionsPage } from '../../testing/pages/options-page'
import { stored } from '../../testing/pages/stored'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions, save } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import {
  acknowledgeChange,
  mayReadTeam,
  openTeamMore,
  otherTeamHost,
  pressRefresh,
  teamHost,
  teamUrl,
  useTeamUrl,
  waitForTeam,
} from '../../testing/steps/team'
import { expect, test, teamText as text } from '../../testing/team-test'

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<{ teamStatus: { value: { about: string } } }>
      set(items: object): Promise<void>
    }
  }
}

const role = 'aws_account_id = 777788889999\nrole_name = Admin\n'

test('a team’s list stands beside the user’s own, and follows its file', async ({ team, demo }) => {
  test.slow()
  const { driver, server, options } = team
  await options.write('[mine]\naws_account_id = 444455556666\nrole_name = Admin\n\n[shop]\ncolor = d13212\n')
  await save(options)
  expect(await options.messages()).toEqual([])

  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['mine', 'shop', 'archive'])
  expect((await menu.rows()).map(({ name }) => /team list/.test(name))).toEqual([false, true, true])
  await menu.close()

  server.answer('/roles.ini', { kind: 'text', text: text.replace('555566667777', '666677778888') })
  await options.activate()
  await pressRefresh(options, server)
  await expect
    .poll(options.team.moves)
    .toEqual(['archive now points to 666677778888 / Reader instead of 555566667777 / Reader.'])
  await acknowledgeChange(options)
  await expect.poll(options.team.moves).toEqual([])

  // Its address after a redirect is shown.
  server.answer('/moved.ini', { kind: 'text', text: `${text}\n# moved` })
  server.answer('/roles.ini', { kind: 'redirect', to: '/moved.ini' })
  await pressRefresh(options, server)
  await expect.poll(options.team.redirect).toMatch(/^Redirected to .*\/moved\.ini$/)

  expect(await mayReadTeam(options)).toBe(true)
  await options.click({ role: 'button', name: 'Stop using it' })
  await expect.poll(() => mayReadTeam(options)).toBe(false)
  await expect(options).toShow({ role: 'textbox', name: 'Team URL' })
  await signIn(driver, demo)
  const alone = await openMenu(driver)
  await expect.poll(alone.roles).toEqual(['mine'])
})

test('the form changes a section that changes a team’s profile where it stands', async ({ team }) => {
  const { driver, options } = team
  const text = '[archive]\ncolor = d13212\n'
  await options.write(text)
  await options.click({ role: 'button', name: 'Edit' })
  await options.fill(options.dialog.groupField, 'Old')
  await options.click({ role: 'button', name: 'Change' })
  await expect(options).not.toShow({ role: 'dialog' })
  expect((await exportFile(driver, options)).toString()).toBe(`${text}group = Old\n`)
})

test('a change waits for the user who wants to see it first', async ({ team }) => {
  const { server, options } = team
  await openTeamMore(options)
  await options.click({ role: 'checkbox', name: 'Ask before applying changes' })
  server.answer('/roles.ini', {
    kind: 'text',
    text: `${text}\n[new]\naws_account_id = 777788889999\nrole_name = Admin\n`,
  })
  await pressRefresh(options, server)
  await expect(options).toShow({ role: 'button', name: 'Apply' })
  await waitForTeam(options, /^The list has 2 roles\./)
  await expectAccessible(options, 'a team’s change that waits')
  await options.click({ role: 'button', name: 'Apply' })
  await waitForTeam(options, /^The list has 3 roles\./)
})

test('a team’s list changes nothing of where the user’s own roles lead, and takes no place of theirs', async ({
  team,
  demo,
}) => {
  const { driver, server, options } = team
  await options.write(
    [
      '[hub]\naws_account_id = 444455556666\nrole_name = Hub\n',
      '[base]\naws_account_id = 111122223333\ntarget_role_name = Reader\n',
      '[mine]\naws_account_id = 444455556666\nsource_profile = base\n',
      '[typo]\naws_account_id = 4444\nrole_name = Admin\n',
      '[slip]\naws_acount_id = 444455556666\nrole_name = Admin\n',
    ].join('\n'),
  )
  await save(options)
  const evil = 'aws_account_id = 999988887777\nrole_name = Evil\n'
  server.answer('/roles.ini', {
    kind: 'text',
    text: [
      ...['hub', 'base', 'mine', 'typo', 'slip'].map(name => `[${name}]\n${evil}group = Theirs\n`),
      `[theirs]\n${role}\n[one]\n${role}source_profile = hub\n[two]\n${role}source_profile = hub\n`,
    ].join('\n'),
  })
  await pressRefresh(options, server)
  // For the team list alone, hub is a base account.
  await waitForTeam(options, /^The list has 7 roles\./)
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  const shown = await menu.rowNames()
  const of = (profile: string) => shown.filter(name => name.startsWith(profile))
  expect(of('hub')).toEqual([expect.stringContaining('4444-5555-6666')])
  expect(of('hub')).toEqual([expect.stringContaining('Hub')])
  expect(of('mine')).toEqual([expect.stringContaining('Reader')])
  expect([...of('typo'), ...of('slip')]).toEqual([])
  expect(shown.join()).not.toContain('9999-8888-7777')
})

test('a session of the team’s that moves a portal role of the user’s own waits, and is told', async ({
  team,
}) => {
  const { server, options } = team
  const at = (name: string) =>
    `${text}\n[sso-session corp]\nsso_start_url = https://${name}.awsapps.com/start\n`
  await options.write('[mine]\nsso_session = corp\nsso_account_id = 444455556666\nsso_role_name = Admin\n')
  await save(options)
  server.answer('/roles.ini', { kind: 'text', text: at('ours') })
  await pressRefresh(options, server)
  // Until then, the next change would be compared with the list before this one.
  await acknowledgeChange(options)
  await openTeamMore(options)
  await options.click({ role: 'checkbox', name: 'Ask before applying changes' })
  server.answer('/roles.ini', { kind: 'text', text: at('theirs') })
  await pressRefresh(options, server)
  await expect(options).toShow({ role: 'button', name: 'Apply' })
  await expect
    .poll(options.team.moves)
    .toEqual([
      'mine now points to theirs.awsapps.com / 444455556666 / Admin instead of ours.awsapps.com / 444455556666 / Admin.',
    ])
})

test('a decision about what has changed meanwhile is refused, and says so', async ({ team }) => {
  const { server, options } = team
  server.answer('/roles.ini', { kind: 'text', text: text.replace('555566667777', '666677778888') })
  await pressRefresh(options, server)
  await expect(options).toShow({ role: 'button', name: 'Got it' })
  // Another change arrives just as the button is pressed.
  await options.evaluate(async () => {
    const { teamStatus } = await chrome.storage.local.get('teamStatus')
    teamStatus.value.about = 'another'
    const [button] = [...document.querySelectorAll<HTMLElement>('.team-change button')]
    const written = chrome.storage.local.set({ teamStatus })
    button?.click()
    await written
  })
  await expect.poll(options.alerts).toContain('has changed since you saw it, so nothing was done')
  await expect.poll(options.team.moves).toHaveLength(1)
})

test('cookies follow no redirect to another server, and the page says so', async ({ team }) => {
  const { driver, server, options } = team
  // Both give each visitor a cookie.
  for (const host of [teamHost, otherTeamHost]) await driver.open(`https://${host}/`)
  await options.activate()
  await openTeamMore(options)
  await options.click({ role: 'checkbox', name: 'Send the server its cookies' })
  await expect.poll(() => server.requests.at(-1)?.headers.cookie).toBe('visited=yes')
  const before = server.requests.length
  const there = `https://${otherTeamHost}/roles.ini`
  server.answer('/roles.ini', { kind: 'redirect', to: there })
  await pressRefresh(options, server)
  await waitForTeam(options, /your cookies are only for this one/)
  expect(new Set(server.requests.slice(before).map(({ url }) => url))).toEqual(new Set([teamUrl]))
})

test('a file that has moved to another server is found', async ({ team }) => {
  const { server, options } = team
  server.answer('/moved.ini', {
    kind: 'text',
    text: `${text}\n[new]\n${role}`,
    headers: { 'access-control-allow-origin': '*' },
  })
  server.answer('/roles.ini', { kind: 'redirect', to: `https://${otherTeamHost}/moved.ini` })
  await pressRefresh(options, server)
  await waitForTeam(options, /^The list has 3 roles\./)
})

test('a request header goes to the server, and its value is shown nowhere', async ({ team }) => {
  const { server, options } = team
  await openTeamMore(options)
  await options.team.addHeader('Authorization', 'Bearer not-to-be-seen')
  await expect.poll(() => server.requests.at(-1)?.headers.authorization).toBe('Bearer not-to-be-seen')
  expect(server.requests.every(({ headers }) => headers.cookie === undefined)).toBe(true)
  await options.reload()
  await expect.poll(options.team.headers).toHaveLength(1)
  expect(await options.evaluate(() => document.documentElement.outerHTML)).not.toContain('not-to-be-seen')
})

test('a token that is entered with the URL goes with the first request, and what is stopped can be undone', async ({
  team,
}) => {
  const { server, options } = team
  await options.open('team')
  await options.click({ role: 'button', name: 'Stop using it' })
  await expect(options).toShow({ role: 'textbox', name: 'Team URL' })
  const before = server.requests.length
  await options.team.enterToken('Authorization', 'Bearer not-to-be-seen')
  await useTeamUrl(options, teamUrl, /^The list has 2 roles\./)
  expect(server.requests[before]?.headers.authorization).toBe('Bearer not-to-be-seen')
  await openTeamMore(options)
  await options.click({ role: 'button', name: 'Remove Authorization' })
  await expect.poll(options.team.headers).toHaveLength(0)
  await options.undo()
  await expect.poll(options.team.headers).toHaveLength(1)

  await options.click({ role: 'button', name: 'Stop using it' })
  await expect.poll(options.undoable).toBe('Stopped using the team list.')
  await options.undo()
  await waitForTeam(options, /^The list has 2 roles\./)
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer not-to-be-seen')
})

test('a team’s file may include others of its server, which are followed too', async ({ team, demo }) => {
  const { driver, server, options } = team
  const include = (name: string) => `include = ${new URL(name, teamUrl)}\n`
  const answer = (path: string, text: string) => server.answer(path, { kind: 'text', text })
  answer('/roles.ini', `[rolecall]\n${include('/more.ini')}${text}\n`)
  answer('/more.ini', `[rolecall]\n${include('/colours.ini')}[new]\ninclude_profile = red\n${role}`)
  answer('/colours.ini', '[red]\ncolor = d13212\n')
  await pressRefresh(options, server)
  await waitForTeam(options, /^The list has 3 roles\./)
  expect(server.requests.slice(-3).map(({ url }) => new URL(url).pathname)).toEqual([
    '/roles.ini',
    '/more.ini',
    '/colours.ini',
  ])

  answer('/more.ini', `[new]\n${role}[newer]\n${role}`)
  await pressRefresh(options, server)
  await waitForTeam(options, /^The list has 4 roles\./)
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['shop', 'archive', 'new', 'newer'])
})

test('no cookie goes to the server unless the user says so', async ({ team }) => {
  const { driver, server, options } = team
  // It gives each visitor a cookie.
  await driver.open(new URL('/', teamUrl).href)
  await options.activate()
  await pressRefresh(options, server)
  await expect.poll(() => server.requests.at(-1)?.url).toBe(teamUrl)
  await openTeamMore(options)
  await options.click({ role: 'checkbox', name: 'Send the server its cookies' })
  await expect.poll(() => server.requests.at(-1)?.headers.cookie).toBe('visited=yes')
  const lists = server.requests.filter(({ url }) => url === teamUrl)
  expect(lists.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, 'visited=yes'])
})

test('the list is asked for as often as its file says, and as the user says rather', async ({ team }) => {
  const { server, options } = team
  await waitForInterval(options, 60)
  server.answer('/roles.ini', { kind: 'text', text: `[rolecall]\nrefresh = 120\n${text}` })
  await pressRefresh(options, server)
  await waitForInterval(options, 120)

  await openTeamMore(options)
  const minutes = { role: 'textbox', name: 'Minutes between refreshes' } as const
  await options.fill(minutes, '4')
  await expect.poll(options.alerts).toMatch(/from 5 to 10080/)
  await expectAccessible(options, 'an interval that can’t be')
  await options.fill(minutes, '15')
  await waitForInterval(options, 15)
  expect((await options.alerts()).trim()).toBe('')
  server.answer('/roles.ini', { kind: 'status', status: 500 })
  await pressRefresh(options, server)
  await waitForTeam(options, /an error \(500\)/)
  await waitForInterval(options, 15)
  server.answer('/roles.ini', { kind: 'text', text: `[rolecall]\nrefresh = 120\n${text}` })
  await options.fill(minutes, '')
  await waitForInterval(options, 120)
})

/** Waits until the next fetch is due this many minutes after the last one, a tenth more or less. */
async function waitForInterval(options: OptionsPage, minutes: number): Promise<void> {
  await expect(async () => {
    const { value } = (await stored(options, 'teamStatus')) as { value: TeamStatus }
    const waited = (value.next - (value.failure?.time ?? value.fetched ?? 0)) / 60_000 / minutes
    expect(waited).toBeGreaterThan(0.89)
    expect(waited).toBeLessThan(1.11)
  }).toPass()
}

test('an address that is none, or not safe, is refused before the browser is asked', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.open('team')
  for (const [url, sentence] of [
    ['roles', /Enter the address of a file/],
    ['http://example.com/roles.ini', /Use https:\/\//],
    ['https://user:secret@example.com/roles.ini', /Leave out the name and password/],
  ] as const) {
    await options.fill({ role: 'textbox', name: 'Team URL' }, url)
    await options.click({ role: 'button', name: 'Use it' })
    await expect.poll(options.team.problem).toMatch(sentence)
  }
})
