import { exclusively } from '../browser/locks'
import { onManagedChange, readManaged } from '../browser/storage-areas'
import { valueIn } from '../browser/stored-item'
import { ChangedMeanwhileError } from '../lib/digest'
import { choiceFor, noChoice, type TeamChoice, teamChoiceItem } from './team-choice'
import { readSenderApproval, readTeamInForce, type SenderApproval, type TeamInForce } from './team-in-force'
import { teamPolicy } from './team-policy'
import { type TeamSource, teamSourceItem } from './team-source'

/** The team source, with administrator headers removed. */
export interface VisibleTeam {
  /** The source without headers that an administrator has set. */
  readonly source: TeamInForce | undefined
  /** The URL that an administrator offers, whether the user accepts it or not. */
  readonly offered: string | undefined
  /** Whether texts from extensions need approval. */
  readonly senderApproval: SenderApproval
}

/**
 * Calls `listener` with the effective team source now and whenever it changes, in any window, until `signal` aborts.
 * @throws if the first read fails.
 */
export async function followTeam(listener: (team: VisibleTeam) => void, signal: AbortSignal): Promise<void> {
  const tell = async () => listener(await readVisible())
  const retell = () => void tell().catch(() => {})
  onManagedChange(retell, signal)
  await teamSourceItem.follow(retell, signal)
  await teamChoiceItem.follow(retell, signal)
  await tell()
}

/**
 * Uses the list at a checked URL: the one that an administrator offers, or the user's own. `how` is how it is fetched, if
 * the user says so in advance, as with a token.
 */
export async function useTeamUrl(url: string, how: Partial<Omit<TeamSource, 'url'>> = {}): Promise<void> {
  const { defaults } = teamPolicy(await readManaged())
  await exclusively(async () => {
    if (url !== defaults.url) {
      await teamSourceItem.set({ headers: [], cookies: false, approve: false, ...how, url })
    } else if (how.headers && how.headers.length > 0) {
      const chosen = { ...choiceFor(url, await readChoice()), headers: how.headers }
      await change({ declined: false, origin: new URL(url).origin, chosen })
    } else await change({ declined: false })
  })
}

/**
 * Stores what the user has changed in the effective source: the difference between `shown` and `source`. A token is for the
 * server that was shown.
 * @throws `ChangedMeanwhile` if another URL is in use by now.
 */
export function changeTeam(shown: TeamSource, source: TeamSource): Promise<void> {
  return exclusively(async () => {
    const counts = (await readVisible()).source
    if (counts?.url !== shown.url) throw new ChangedMeanwhileError()
    const own = valueIn(await teamSourceItem.get())
    if (counts.policy.url === undefined && own) return teamSourceItem.set(withChanges(own, shown, source))
    const kept = choiceFor(counts.url, await readChoice())
    await change({ origin: new URL(counts.url).origin, chosen: withChanges(kept, shown, source) })
  })
}

/** Returns the fields with the differences between two sources applied; fields missing from the later one are removed. */
function withChanges<Fields extends Partial<TeamSource>>(
  fields: Fields,
  before: TeamSource,
  after: TeamSource,
): Fields {
  const changed = new Map<string, unknown>(Object.entries(fields))
  for (const name of ['headers', 'cookies', 'approve', 'refresh'] as const) {
    if (JSON.stringify(after[name]) === JSON.stringify(before[name])) continue
    if (after[name] === undefined) changed.delete(name)
    else changed.set(name, after[name])
  }
  return Object.fromEntries(changed) as Fields
}

async function change(anew: Partial<TeamChoice>): Promise<void> {
  await teamChoiceItem.set({ ...(await readChoice()), ...anew })
}

async function readChoice(): Promise<TeamChoice> {
  return valueIn(await teamChoiceItem.get()) ?? noChoice
}

async function readVisible(): Promise<VisibleTeam> {
  const [source, managed, senderApproval] = await Promise.all([
    readTeamInForce(),
    readManaged(),
    readSenderApproval(),
  ])
  const offered = teamPolicy(managed).defaults.url
  return {
    source: source && (source.policy.headers ? { ...source, headers: [] } : source),
    offered,
    senderApproval,
  }
}
