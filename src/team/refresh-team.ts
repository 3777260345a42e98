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
  const known = await readTeamFiles()
  const outcome = await gather(source, known.waiting ?? known.files)
  return exclusively(async () => {
    const current = await readTeamInForce()
    // What was asked for in another way meanwhile is asked for again.
    if (JSON.stringify(current) !== JSON.stringify(source)) return current && 0
    const [status, before] = [await statusOf(source.url), await readTeamFiles()]
    if (outcome.kind === 'failed') return failed(source, status, outcome)
    // What waits does so no longer than the user wants to approve changes.
    const files = outcome.kind === 'fresh' ? outcome.files : source.approve ? undefined : before.waiting
    const taken: Partial<Taken> = files ? await takeFiles(source, before, files) : status
    const refresh = outcome.kind === 'fresh' ? outcome.refresh : status.refresh
    const again = delay({ refresh: refreshMinutes(source.refresh, refresh), failures: 0 })
    const after: TeamStatus = {
      url: source.url,
      roles: taken.roles ?? status.roles,
      fetched: Date.now(),
      next: Date.now() + again,
      failures: 0,
      ...(refresh !== undefined && { refresh }),
      ...(taken.change && { change: taken.change }),
    }
    await setTogether(teamStatusItem.pack(after), ...(taken.items ?? []))
    return again
  })
}

/** Puts the files in force that wait for the user. Throws what the browser's storage throws. */
export function approveTeam(): Promise<void> {
  return exclusively(async () => {
    const [source, { waiting }] = [await readTeamInForce(), await readTeamFiles()]
    if (!source || !waiting) return
    const { change: _, ...status } = await statusOf(source.url)
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
    const { seen: _seen, ...files } = await readTeamFiles()
    await setTogether(teamStatusItem.pack(status), await packTeamFiles(files))
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

/** Forgets the files whose source an administrator has taken back, and how it was doing, and gives back the access to its host. */
function forgetTeam(): Promise<undefined> {
  return exclusively(async () => {
    const [source, own] = [await readTeamInForce(), await teamSourceItem.get()]
    // What a later version of the extension wrote may still be the files' source.
    if (source || own.kind === 'newer') return undefined
    const [status, { files }] = [valueIn(await teamStatusItem.get()), await readTeamFiles()]
    if (!status && files.length === 0) return undefined
    // First, so that it is done again where this is stopped. A host that the administrator has granted stays granted.
    if (status) await giveBack(status.url).catch(() => {})
    const { items } = await inForce({ files: [] })
    await setTogether(teamStatusItem.pack(undefined), ...items)
    return undefined
  })
}

/** Gives back the access to a URL's host. */
function giveBack(url: string): Promise<void> {
  return removeOrigins(hostPattern(url))
}

function hostPattern(url: string): string {
  return patternOf(new URL(url))
}

async function gather(
  { url, headers, cookies }: TeamSource,
  known: readonly TeamFile[],
): Promise<Gathered | ({ readonly kind: 'failed' } & Omit<TeamFailure, 'time'>)> {
  if (!(await hasOrigins(hostPattern(url)))) return { kind: 'failed', url, reason: { kind: 'no-permission' } }
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
  /** What has changed since the user last saw what did. */
  readonly change?: TeamComparison
  readonly items: readonly PackedItem[]
}

async function takeFiles(source: TeamSource, before: TeamFiles, files: readonly TeamFile[]): Promise<Taken> {
  const seen = before.seen ?? before.files
  const change = changeOf(seen, files)
  if (source.approve && (seen === before.files ? change : changeOf(before.files, files)))
    return { ...(change && { change }), items: [await packTeamFiles({ ...before, waiting: files })] }
  return { ...(await inForce({ files, ...(change && { seen }) })), ...(change && { change }) }
}

/** What files say otherwise than earlier ones; undefined where there is nothing, or they are the first. */
function changeOf(before: readonly TeamFile[], files: readonly TeamFile[]): TeamComparison | undefined {
  const found = compareTeam(textsOf(before), textsOf(files))
  return before.length === 0 || isUnchanged(found) ? undefined : found
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

/**
 * The status of the source with this URL. Where the one before was another, the access to its host is given back, unless it
 * is the user's own, which counts again once an administrator's doesn't.
 */
async function statusOf(url: string): Promise<TeamStatus> {
  const status = valueIn(await teamStatusItem.get())
  if (status?.url === url) return status
  if (status) {
    const own = valueIn(await teamSourceItem.get())
    const needed = [url, own?.url ?? url].map(hostPattern)
    if (!needed.includes(hostPattern(status.url))) await giveBack(status.url).catch(() => {})
  }
  return { url, roles: 0, next: 0, failures: 0 }
}

function delay(attempt: Parameters<typeof refreshDelay>[0]): number {
  return refreshDelay(attempt, Math.random())
}
