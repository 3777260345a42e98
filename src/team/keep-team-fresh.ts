import { recur } from '../browser/background-events'
import { refreshTeam } from './refresh-team'
import { longestDelay } from './refresh-time'

/** Fetches the team's configuration at once where there is a new source, at each start, when it is time, and when asked. */
export function keepTeamFresh(): void {
  recur({
    name: 'refresh-team',
    work: refreshTeam,
    safety: 120_000,
    longest: longestDelay,
    concerns: (keys, area) =>
      area === 'managed' ||
      (area === 'local' && (keys.includes('teamSource') || keys.includes('teamChoice'))),
  })
}
