import type { Driver } from '../../testing/browsers/driver'
import type { OptionsPage } from '../../testing/pages/options-page'
import { expectAccessible } from '../../testing/steps/axe'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import {
  otherTeamHost,
  pressRefresh,
  refreshTeam,
  teamHost,
  teamUrl,
  waitForTeam,
} from '../../testing/steps/team'
import { startTeamServer, type TeamAnswer } from '../../testing/team-server'
import { expect, test, teamText as text } from '../../testing/team-test'

declare const chrome: {
  readonly alarms: { create(name: string, info: { readonly when: number }): Promise<void> }
  readonly permissions: { remove(permissions: { readonly origins: readonly string[] }): Promise<boolean> }
}

const more = `${text}\n[new]\naws_account_id = 777788889999\nrole_name = Admin\n`

/** Returns a file that includes others on the team's host, by name. */
const including = (...names: readonly string[]): TeamAnswer => ({
  kind: 'text',
  text: `[rolecall]\n${names.map(name => `include = ${new URL(name, teamUrl)}\n`).join('')}${text}`,
})

const many = Array.from({ length: 11 }, (_, index) => `/part-${index}.ini`)

const faults: readonly (readonly [TeamAnswer, RegExp])[] = [
  [{ kind: 'status', status: 404 }, /There is nothing at/],
  [{ kind: 'status', status: 500 }, /The server returned an error \(500\)/],
  [{ kind: 'status', status: 403 }, /The server refused access to .* \(403\)/],
  [{ kind: 'text', text: '<!doctype html><title>Sign in</title>', type: 'text/html' }, /returns a web page/],
  [{ kind: 'text', text: '<!doctype html><title>Sign in</title>' }, /returns a web page/],
  [{ kind: 'text', text: '{"roles": []}' }, /returns JSON/],
  [{ kind: 'text', text: '' }, /is empty/],
  [{ kind: 'text', text: '[a]\nregion = eu-west-1\n' }, /has no account or role/],
  [{ kind: 'bytes', bytes: new Uint8Array([0x5b, 0xe9, 0x5d, 0x0a]) }, /isn’t UTF-8 text/],
  [{ kind: 'cut', text, announced: 'length' }, /Only part of|Couldn’t load/],
  [{ kind: 'cut', text, announced: 'chunk' }, /Only part of|Couldn’t load/],
  [{ kind: 'flood', bytes: 50_000_000, as: 'announced' }, /larger than 5 MB/],
  [{ kind: 'flood', bytes: 50_000_000, as: 'chunks' }, /larger than 5 MB/],
  [{ kind: 'flood', bytes: 500_000_000, as: 'gzip' }, /larger than 5 MB/],
  [{ kind: 'redirect', to: '/roles.ini' }, /Couldn’t load from/],
  [{ kind: 'redirect', to: `http://${teamHost}/roles.ini` }, /Couldn’t load|without https/],
  [{ kind: 'redirect', to: `https://${otherTeamHost}/part-0.ini` }, /Couldn’t load from/],
  [including('/missing.ini'), /There is nothing at https:\/\/roles\.team\.example\/missing\.ini/],
  [including('/roles.ini'), /include each other: \S+\/roles\.ini → \S+\/roles\.ini/],
  [including(`https://${otherTeamHost}/part-0.ini`), /other\.team\.example\/part-0\.ini wasn’t included/],
  [
    including('http://roles.team.example/'),
    /includes “http:\/\/roles\.team\.example\/”, which isn’t an https/,
  ],
  [including(...many), /more than 10 files/],
]

test('whatever the server gives, the last good list stays in force, and the page says why', async ({
  team,
  demo,
}) => {
  test.setTimeout(180_000)
  const { driver, server, options } = team
  for (const path of many) server.answer(path, { kind: 'text', text: more })
  const console = await signIn(driver, demo)
  for (const [answer, sentence] of faults) {
    await refreshTeam(options)
    await waitForTeam(options, /^The list has 2 roles\./)
    expect(server.requests.at(-1)?.status).toBe(304)

    server.answer('/roles.ini', answer)
    await refreshTeam(options)
    await expectLastGoodList(driver, options, sentence)
    server.answer('/roles.ini', { kind: 'text', text })
  }
  await options.open('menu')
  await console.activate()
  await (await openMenu(driver)).click({ role: 'button', name: 'Team list: last refresh failed' })
  await expect.poll(options.openTab).toBe('team')
})

test('whatever comes between browser and server, the last good list stays in force, and the page says why', async ({
  team,
  demo,
}) => {
  test.setTimeout(120_000)
  const { driver, server, options } = team
  const untrusted = await startTeamServer({ hosts: [teamHost] })
  for (const each of [server, untrusted]) each.answer('/roles.ini', { kind: 'text', text: more })
  await signIn(driver, demo)

  demo.admit(teamHost, socket => socket.destroy())
  server.disconnect()
  await refreshTeam(options)
  await expectLastGoodList(driver, options, /Couldn’t load .* unreachable/)

  demo.admit(teamHost, untrusted.accept)
  await refreshTeam(options)
  await expectLastGoodList(driver, options, /Couldn’t load .* untrusted certificate/)
  expect(untrusted.requests).toEqual([])

  await driver.setOffline(true)
  await refreshTeam(options)
  await driver.setOffline(false)
  await expectLastGoodList(driver, options, /^This computer is offline\./)

  demo.admit(teamHost, server.accept)
  const before = server.requests.length
  await options.evaluate(origin => chrome.permissions.remove({ origins: [origin] }), `https://${teamHost}/*`)
  await refreshTeam(options)
  await expectLastGoodList(driver, options, /^Rolecall isn’t allowed to read from roles\.team\.example/)
  expect(server.requests.length).toBe(before)

  // The user's press on the button asks for the permission again.
  await options.activate()
  await options.open('team')
  await expectAccessible(options, 'a team’s list that could not be fetched')
  await options.click({ role: 'button', name: 'Allow…' })
  await waitForTeam(options, /^The list has 3 roles\./)
  await untrusted.close()
})

for (const answer of [{ kind: 'hang' }, { kind: 'drip', text: more }] as const) {
  test(`a server that takes too long (${answer.kind}) is given up, and the page says so`, async ({
    team,
    demo,
  }) => {
    test.setTimeout(120_000)
    const { driver, server, options } = team
    await signIn(driver, demo)
    server.answer('/roles.ini', answer)
    await refreshTeam(options)
    await expectLastGoodList(driver, options, /took longer than 20 seconds/)
  })
}

test('a background script that is stopped goes on when it is time, or when asked', async ({ team, demo }) => {
  test.setTimeout(120_000)
  const { driver, server, options } = team
  await signIn(driver, demo)
  // In the middle of a fetch.
  server.answer('/roles.ini', { kind: 'hang' })
  const asked = refreshTeam(options).catch(() => {})
  await expect.poll(() => server.requests).toHaveLength(2)
  await driver.stopBackground()
  await asked
  expect(await rolesInMenu(driver)).toEqual(['shop', 'archive'])

  server.answer('/roles.ini', { kind: 'text', text: more })
  // Its own alarm, but sooner.
  await options.evaluate(() => chrome.alarms.create('refresh-team', { when: Date.now() + 100 }))
  await waitForTeam(options, /^The list has 3 roles\./)
  expect(await rolesInMenu(driver)).toEqual(['shop', 'archive', 'new'])

  await driver.stopBackground()
  server.answer('/roles.ini', { kind: 'text', text })
  await options.activate()
  await pressRefresh(options, server)
  await waitForTeam(options, /^The list has 2 roles\./)
})

/**
 * Expects the page to say so and how old the list is, and the menu, over the console's tab, to have the list and a
 * mark.
 */
async function expectLastGoodList(driver: Driver, options: OptionsPage, sentence: RegExp): Promise<void> {
  expect(await waitForTeam(options, sentence)).toMatch(/Last updated/)
  const menu = await openMenu(driver)
  expect(await menu.roles(), String(sentence)).toEqual(['shop', 'archive'])
  expect(await menu.all({ role: 'button', name: 'Team list: last refresh failed' })).toHaveLength(1)
  await menu.close()
}

async function rolesInMenu(driver: Driver): Promise<readonly string[]> {
  const menu = await openMenu(driver)
  const roles = await menu.roles()
  await menu.close()
  return roles
}
