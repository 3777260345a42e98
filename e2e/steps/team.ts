import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import type { DemoConsole } from '../demo-console'
import { startTeamServer, type TeamServer } from '../team-server'

export const teamHost = 'roles.team.example'
export const teamUrl = `https://${teamHost}/roles.ini`

/** A web server of the team's that the browser reaches under a name. */
export async function startTeam(demo: DemoConsole): Promise<TeamServer> {
  const server = await startTeamServer({ hosts: [teamHost] })
  demo.admit(teamHost, server.accept)
  return server
}

/** Enters the team's URL in the options page and waits for what becomes of it. */
export async function useTeamUrl(options: Surface, url: string, sentence: RegExp): Promise<void> {
  await options.fill({ role: 'textbox', name: 'Team URL' }, url)
  await options.click({ role: 'button', name: 'Use it' })
  await waitForTeam(options, sentence)
}

/** Waits until the options page says so of the team's configuration. */
export async function waitForTeam(options: Surface, sentence: RegExp): Promise<string> {
  return waitFor(
    `the team's state ${sentence}`,
    async () => {
      const [state] = await options.all({ css: '.team .sync-state' })
      return state && sentence.test(state.text) ? state.text : undefined
    },
    { timeout: 30_000 },
  )
}

/** A browser in which the user lets the extension read from the team's server. */
export function launchWithTeam(
  launchDriver: (options: { readonly grants: readonly string[] }) => Promise<Driver>,
) {
  return launchDriver({ grants: [`https://${teamHost}/*`] })
}
