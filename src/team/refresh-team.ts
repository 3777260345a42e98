import { exclusively } from '../browser/exclusively'
import { hasOrigins, removeOrigins } from '../browser/permissions'
import { type PackedItem, setTogether, valueIn } from '../browser/stored-item'
import { parseTogether } from '../config/parse-together'
import { targetRoles } from '../roles/target-roles'
import { packParsedAgain } from '../storage/parse-again'
import { readSentTexts } from '../storage/sent-texts'
import { noChoice, teamChoiceItem } from '../storage/team-choice'
import { packTeamFiles, readTeamFiles, type TeamFiles, textsOf } from '../storage/team-files'
import { readTeamInForce } from '../storage/team-in-force'
import { type TeamSource, teamSourceItem } from '../storage/team-source'
import { type TeamFailure, type TeamStatus, teamStatusItem } from '../storage/team-status'
import { compareTeam, isUnchanged, type TeamComparison } from './compare-team'
import { type Gathered, gatherTeam, type TeamFile } from './gather-team'
import { refreshDelay, refreshMinutes } from './refresh-time'
import { patternOf } from './team-url'

/**
 * Fetches the team's configuration and puts it in force, or, where the user wants to approve changes, lays it beside.
 * What fails leaves the files in force and says why in the status. Gives after how many milliseconds to call again;
 * undefined where there is no team configuration. Rejects where `storage.local` does.
 */
export async function refreshTeam(): Promise<number | undefined> {
  const source = await readTeamInForce()
  if (!source) return forgetTeam()
  const before = await readTeamFiles()
  const outcome = await gather(source, before.waiting ?? before.files)
  return exclusively(async () => {
    const current = await readTeamInForce()
    // What was asked for in another way meanwhile is asked for again.
    if (JSON.stringify(current) !== JSON.stringify(source)) return current && 0
    const status = await readStatus(source.url)
    if (outcome.kind === 'failed') return failed(source, status, outcome)
    const fresh = outcome.kind === 'fresh' ? await takeFiles(source, before, outcome.files) : undefined
    const refresh = outcome.kind === 'fresh' ? outcome.refresh : status.refresh
    const change = fresh?.change ?? status.change
    const again = delay({ refresh: refreshMinutes(source.refresh, refresh), failures: 0 })
    const { url, roles } = status
    const after: TeamStatus = {
      url,
      roles: fresh?.roles ?? roles,
      fetched: Date.now(),
      next: Date.now() + again,
      failures: 0,
      ...(refresh !== undefined && { refresh }),
      ...(change && { change }),
    }
    await setTogether(teamStatusItem.pack(after), ...(fresh?.items ?? []))
    return again
  })
}

/** Puts the files in force that wait for the user. Throws what the browser's storage throws. */
export function approveTeam(): Promise<void> {
  return exclusively(async () => {
    const [source, { waiting }] = [await readTeamInForce(), await readTeamFiles()]
    if (!source || !waiting) return
    const { change: _, ...status } = await readStatus(source.url)
    const { roles, items } = await inForce({ files: waiting })
    await setTogether(teamStatusItem.pack({ ...status, roles }), ...items)
  })
}

/** Forgets what changed, once the user has seen it. Throws what the browser's storage throws. */
export function forgetTeamChange(): Promise<void> {
  return exclusively(async () => {
    const before = valueIn(await teamStatusItem.get())
    if (!before) return
    const { change: _, ...status } = before
    await teamStatusItem.set(status)
  })
}

/**
 * Lets the user's own text count alone: removes their own source, or declines an administrator's, and gives back the access
 * to its host. Throws what the browser's storage throws, or its permissions.
 */
export function removeTeam(): Promise<void> {
  return exclusively(async () => {
    const source = await readTeamInForce()
    const isOffered = source?.policy.url === 'default'
    const choice = valueIn(await teamChoiceItem.get()) ?? noChoice
    const { items } = await inForce({ files: [] })
    const chosen = isOffered ? teamChoiceItem.pack({ ...choice, declined: true }) : {}
    await setTogether(teamSourceItem.pack(undefined), chosen, teamStatusItem.pack(undefined), ...items)
    if (source) await giveBack(source.url)
  })
}

/** Takes the files away whose source an administrator has taken back, and gives back the access to their host. */
function forgetTeam(): Promise<undefined> {
  return exclusively(async () => {
    const [source, own, { files }] = [
      await readTeamInForce(),
      await teamSourceItem.get(),
      await readTeamFiles(),
    ]
    // What a later version of the extension wrote may still be the files' source.
    if (source || own.kind === 'newer' || files.length === 0) return undefined
    const status = valueIn(await teamStatusItem.get())
    // First, so that it is done again where this is stopped. A host that the administrator has granted stays granted.
    if (status) await giveBack(status.url).catch(() => {})
    const { items } = await inForce({ files: [] })
    await setTogether(teamStatusItem.pack(undefined), ...items)
    return undefined
  })
}

/** Gives back the access to a URL's host. */
function giveBack(url: string): Promise<void> {
  return removeOrigins(patternOf(new URL(url)))
}

async function gather(
  { url, headers, cookies }: TeamSource,
  known: readonly TeamFile[],
): Promise<Gathered | ({ readonly kind: 'failed' } & Omit<TeamFailure, 'time'>)> {
  if (!(await hasOrigins(patternOf(new URL(url)))))
    return { kind: 'failed', url, reason: { kind: 'no-permission' } }
  return gatherTeam(url, known, { headers, cookies })
}

async function failed(
  source: TeamSource,
  status: TeamStatus,
  { url, reason }: Omit<TeamFailure, 'time'>,
): Promise<number> {
  const failures = status.failures + 1
  const retryAfter = 'retryAfter' in reason ? reason.retryAfter : undefined
  const again = delay({ refresh: refreshMinutes(source.refresh, status.refresh), failures, retryAfter })
  const time = Date.now()
  await teamStatusItem.set({ ...status, failures, next: time + again, failure: { time, url, reason } })
  return again
}

interface Taken {
  /** How many roles are in force of the team's; absent where the files wait. */
  readonly roles?: number
  readonly change?: TeamComparison
  readonly items: readonly PackedItem[]
}

async function takeFiles(source: TeamSource, before: TeamFiles, files: readonly TeamFile[]): Promise<Taken> {
  const found = compareTeam(textsOf(before.files), textsOf(files))
  const isFirst = before.files.length === 0
  const change = isFirst || isUnchanged(found) ? undefined : found
  if (!change || !source.approve) return { ...(await inForce({ files })), ...(change && { change }) }
  return { change, items: [await packTeamFiles({ ...before, waiting: files })] }
}

/** The files, and what they, the senders' and the user's own text are together, to be written at once. */
async function inForce(
  team: TeamFiles,
): Promise<{ readonly roles: number; readonly items: readonly PackedItem[] }> {
  const texts = textsOf(team.files)
  const sent = await readSentTexts()
  const { profiles } = parseTogether('', texts)
  const parsed = await packParsedAgain([...texts, ...sent.map(({ text }) => text)])
  const items = [await packTeamFiles(team), ...parsed]
  return { roles: targetRoles(profiles).roles.length, items }
}

async function readStatus(url: string): Promise<TeamStatus> {
  const status = valueIn(await teamStatusItem.get())
  return status?.url === url ? status : { url, roles: 0, next: 0, failures: 0 }
}

function delay(attempt: Parameters<typeof refreshDelay>[0]): number {
  return refreshDelay(attempt, Math.random())
}
