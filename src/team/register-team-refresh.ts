import { registerRecurring } from '../browser/background-events'
import { anythingManaged } from '../browser/storage-areas'
import { refreshTeam } from './refresh-team'
import { maxRefreshDelayMs } from './refresh-time'
import { teamChoiceItem } from './team-choice'
import { teamSourceItem } from './team-source'

/** Fetches the team list at once if there is a new source, at each start, when it is due, and on request. */
export function registerTeamRefresh(): void {
  registerRecurring({
    name: 'refresh-team',
    work: refreshTeam,
    safety: 120_000,
    longest: maxRefreshDelayMs,
    concerns: change => change.isOf(anythingManaged, teamSourceItem.place, teamChoiceItem.place),
  })
}
