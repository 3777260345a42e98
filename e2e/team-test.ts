import type { Driver, Surface } from './browsers/driver'
import { openOptions } from './steps/configure'
import { launchWithTeam, startTeam, teamUrl, useTeamUrl } from './steps/team'
import type { TeamServer } from './team-server'
import { test as base } from './test'

/** Two roles, `shop` and `archive`, as the team's file has them at first. */
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
  /** The options page, once it follows the team's list. */
  readonly options: Surface
}

/** With a browser whose menu has a team's list. */
export const test = base.extend<{ readonly team: Team }>({
  team: async ({ launchDriver, demo }, use) => {
    const server = await startTeam(demo)
    const authorities = [demo.certificateAuthority, server.certificateAuthority]
    const driver = await launchWithTeam(options => launchDriver({ ...options, authorities }))
    server.answer('/roles.ini', { kind: 'text', text: teamText })
    const options = await openOptions(driver)
    await useTeamUrl(options, teamUrl, /^2 roles\./)
    await use({ driver, server, options })
    await server.close()
  },
})

export { expect } from './test'
