import type { Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import type { DemoConsole } from '../demo-console'
import { optionsPage } from '../pages/options-page'
import { teamOf } from '../pages/team-panel'
import { startTeamServer, type TeamServer } from '../team-server'

declare const chrome: {
  readonly runtime: { sendMessage(message: string): Promise<void> }
  readonly permissions: { contains(permissions: { readonly origins: readonly string[] }): Promise<boolean> }
}

export const teamHost = 'roles.team.example'
/** A name of the team's server that the extension has no permission for. */
export const otherTeamHost = 'other.team.example'
const teamHosts = [teamHost, otherTeamHost]
export const teamUrl = `https://${teamHost}/roles.ini`

/** Starts a team's web server that the browser reaches by two names. */
export async function startTeam(demo: DemoConsole): Promise<TeamServer> {
  const server = await startTeamServer({ hosts: teamHosts })
  admitTeam(demo, server)
  return server
}

/** Lets browsers reach the server. The demo forgets this at each test. */
export function admitTeam(demo: DemoConsole, server: TeamServer): void {
  for (const host of teamHosts) demo.admit(host, server.accept)
}

/** Fetches the list as if it were due, whatever tab is active, and resolves when that has ended. */
export function refreshTeam(options: Surface): Promise<void> {
  return options.evaluate(() => chrome.runtime.sendMessage('refresh-team'))
}

/** Enters the team's URL in the options page and waits for this sentence. */
export async function useTeamUrl(options: Surface, url: string, sentence: RegExp): Promise<void> {
  await optionsPage(options).open('team')
  await options.fill({ role: 'textbox', name: 'Team URL' }, url)
  await options.click({ role: 'button', name: 'Use it' })
  await waitForTeam(options, sentence)
}

/** Presses *Refresh* until the server gets a request. */
export async function pressRefresh(options: Surface, server: TeamServer): Promise<void> {
  await optionsPage(options).open('team')
  const before = server.requests.length
  await pressUntil(options, 'Refresh', async () => server.requests.length > before)
}

/** Waits for a change of the list and presses *Got it* until it's gone. */
export async function acknowledgeChange(options: Surface): Promise<void> {
  await optionsPage(options).open('team')
  const isShown = async () => (await options.all({ role: 'button', name: 'Got it' })).length > 0
  await waitFor('a change', isShown)
  await pressUntil(options, 'Got it', async () => !(await isShown()))
}

/** Presses a button until it has had its effect. Messages about a new list may move the button away from the press. */
async function pressUntil(options: Surface, name: string, isDone: () => Promise<boolean>): Promise<void> {
  await waitFor(`${name} to have its effect`, async () => {
    // The press before may have been slow.
    if (await isDone()) return true
    await options.click({ role: 'button', name })
    return waitFor('the effect of this press', isDone, { timeout: 3_000 })
  })
}

/** Opens the team list's further settings. Messages about a new list may move the button away from the press. */
export async function openTeamMore(options: Surface): Promise<void> {
  await optionsPage(options).open('team')
  await waitFor('the team list’s further settings', async () => {
    const panel = teamOf(options)
    if (!(await panel.showsMore())) await panel.toggleMore()
    return panel.showsMore()
  })
}

/** Whether the extension has access to the team's web server. */
export function mayReadTeam(options: Surface): Promise<boolean> {
  return options.evaluate(
    origin => chrome.permissions.contains({ origins: [origin] }),
    `https://${teamHost}/*`,
  )
}

/** Waits until the options page shows this sentence about the team list. */
export async function waitForTeam(options: Surface, sentence: RegExp): Promise<string> {
  return waitFor(
    `the team's state ${sentence}`,
    async () => {
      const state = await teamOf(options).state()
      return state !== undefined && sentence.test(state) ? state : undefined
    },
    { timeout: 30_000 },
  )
}
