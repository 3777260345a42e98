import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver, Surface } from '../../testing/browsers/driver'
import type { OptionsPage } from '../../testing/pages/options-page'
import { store } from '../../testing/pages/stored'
import { configure, openOptions } from '../../testing/steps/configure'
import { areas, readInContentWorld } from '../../testing/steps/content-world'
import { signIn } from '../../testing/steps/sign-in'
import { openTeamMore, refreshTeam, startTeam, teamHost, teamUrl, useTeamUrl } from '../../testing/steps/team'
import type { TeamServer } from '../../testing/team-server'
import { teamText } from '../../testing/team-test'

const grants = [...consolePatterns, `https://${teamHost}/*`]
const token = 'Bearer not-to-be-seen'
const text = `[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
`
const inTitle = { role: 'checkbox', name: 'Name before the title' } as const

async function turnMarksOn(options: OptionsPage): Promise<void> {
  await options.settings.turn(inTitle, true)
}

/** No area gives a content script the token. In Chromium, none gives it anything. */
async function expectClosed(driver: Driver, page: Surface): Promise<void> {
  const read = await readInContentWorld(driver, await page.url())
  expect(JSON.stringify(read)).not.toContain(token)
  for (const area of areas) {
    if (driver.name === 'chromium') expect(read[area], area).not.toHaveProperty('text')
  }
}

/** The token still goes to the team's server. */
async function expectSent(driver: Driver, server: TeamServer): Promise<void> {
  const before = server.requests.length
  await refreshTeam(await openOptions(driver))
  await expect.poll(() => server.requests.length).toBeGreaterThan(before)
  expect(server.requests.at(-1)?.headers.authorization).toBe(token)
}

test('what runs in a console page reads no token of the team’s, whenever the browser was started', async ({
  launchDriver,
  demo,
}, testInfo) => {
  test.slow()
  const server = await startTeam(demo)
  server.answer('/roles.ini', { kind: 'text', text: teamText })
  const launch = () =>
    launchDriver({
      grants,
      profile: testInfo.outputPath('profile'),
      authorities: [demo.certificateAuthority, server.certificateAuthority],
    })
  try {
    let driver = await launch()
    const options = await configure(driver, text)
    await turnMarksOn(options)
    await useTeamUrl(options, teamUrl, /^The list has 2 roles\./)
    await openTeamMore(options)
    await options.team.addHeader('Authorization', token)
    await expect.poll(() => server.requests.at(-1)?.headers.authorization).toBe(token)
    let page = await signIn(driver, demo)
    await expect(page).toBeTitled(/^identity · /)
    await expectClosed(driver, page)
    await driver.stopBackground()
    // A worker that is just starting doesn't have the browser's functions yet.
    await expect(() => expectClosed(driver, page)).toPass()
    await driver.close()

    // Chromium forgets the setting, but the key is still there.
    driver = await launch()
    page = await signIn(driver, demo)
    await expect(() => expectClosed(driver, page)).toPass()
    await expectSent(driver, server)

    // As an earlier version stored it.
    const source = { url: teamUrl, headers: [['Authorization', token]], cookies: false, approve: false }
    await store(await driver.openOptions(), { teamSource: { version: 1, value: source } })
    await driver.close()
    driver = await launch()
    page = await signIn(driver, demo)
    await expect(() => expectClosed(driver, page)).toPass()
    await expectSent(driver, server)
  } finally {
    await server.close()
  }
})
