import { test as base } from './browser-test'
import type { Driver } from './browsers/driver'
import { reset } from './browsers/reset'
import type { OptionsPage } from './pages/options-page'
import { openOptions } from './steps/configure'
import { admitTeam, startTeam, teamHost, teamUrl, useTeamUrl } from './steps/team'
import type { TeamServer } from './team-server'

/** Two roles, `shop` and `archive`: the initial content of the team's file. */
export const teamText = `[shop]
aws_account_id = 333344445555
role_name = Operator
color = 1d8102

[archive]
aws_account_id = 555566667777
role_name = Reader
`

interface Team {
  /** A browser that checks certificates. */
  readonly driver: Driver
  readonly server: TeamServer
  /** The options page, after it has loaded the team list. */
  readonly options: OptionsPage
}

interface TeamServerFixture {
  readonly teamServer: TeamServer
}

/** A test with a browser whose menu has a team list. */
export const test = base.extend<{ readonly team: Team }, TeamServerFixture>({
  teamServer: [
    async ({ demo }, use) => {
      const server = await startTeam(demo)
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],

  team: async ({ shared, demo, teamServer: server }, use) => {
    server.reset()
    admitTeam(demo, server)
    const authorities = [demo.certificateAuthority, server.certificateAuthority]
    const launch = { grants: [`https://${teamHost}/*`], authorities }
    const driver = await shared.take(launch)
    server.answer('/roles.ini', { kind: 'text', text: teamText })
    const options = await openOptions(driver)
    await useTeamUrl(options, teamUrl, /^The list has 2 roles\./)
    await use({ driver, server, options })
    await reset(driver)
  },
})

export { expect } from './browser-test'
