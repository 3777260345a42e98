import { exclusively } from '../browser/locks'
import { hasOrigins, removeOrigins } from '../browser/permissions'
import { type PackedItem, setTogether, valueIn } from '../browser/stored-item'
import { patternOf } from '../config/parse/team-url'
import { parseTogether } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { ChangedMeanwhileError, digestOf } from '../lib/digest'
import { errorText } from '../lib/error-text'
import { listItem } from '../storage/list-item'
import { packParsedAgain } from '../storage/pack-list'
import { compareTeam, isUnchanged, type TeamComparison } from './compare-team'
import { type Gathered, gatherTeam, type TeamFile } from './gather-team'
import { refreshDelay, refreshMinutes } from './refresh-time'
import { readSentTexts, textsInForce } from './stored-sent-texts'
import { noChoice, teamChoiceItem } from './team-choice'
import { packTeamFiles, readTeamFiles, type TeamFiles, textsOf } from './team-files'
import { readTeamInForce } from './team-in-force'
import { type TeamSource, teamSourceItem } from './team-source'
import { type FailedRefresh, type TeamStatus, teamStatusItem } from './team-status'

/**
 * Fetches the team list and puts it in use or, if the user wants to approve changes, stores it separately. If it
 * fails, the files in use stay, and the status says why. Returns the milliseconds until the next call; undefined if there is
 * no team list.
 * @throws if `storage.local` fails.
 */
export async function refreshTeam(): Promise<number | undefined> {
  const source = await readTeamInForce()
  if (!source) return forgetTeam()
  const known = await readTeamFiles()
  const outcome = await gather(source, known.waiting ?? known.files)
  return exclusively(async () => {
    const current = await readTeamInForce()
    // If the request has changed meanwhile, it is made again.
    if (JSON.stringify(current) !== JSON.stringify(source)) return current && 0
    const [{ status, isNew }, before] = [await statusOf(source.url), await readTeamFiles()]
    if (outcome.kind === 'failed') return failed(source, status, outcome)
    // Files wait only as long as the user wants to approve changes, and the menu would change.
    const files = outcome.kind === 'fresh' ? outcome.files : before.waiting
    const taken: Partial<Taken> = files ? await takeFiles(source, before, files, isNew) : status
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
      ...(taken.about !== undefined && { about: taken.about }),
    }
    try {
      await store(after, taken.team)
    } catch (error) {
      // The status says so, and the file isn't fetched over and over for nothing.
      return failed(source, status, {
        url: source.url,
        reason: { kind: 'not-stored', message: errorText(error) },
      })
    }
    return again
  })
}

/**
 * Puts the waiting files in use. `about` is the digest of what was shown.
 * @throws `ChangedMeanwhile` if that has changed, through a later version of the files or another text.
 */
export function approveTeam(about: string): Promise<void> {
  return exclusively(async () => {
    const [source, before] = [await readTeamInForce(), await readTeamFiles()]
    const { waiting } = before
    // The waiting files may still be from the previous URL.
    if (!source || waiting?.[0]?.url !== source.url) throw new ChangedMeanwhileError()
    const { change: _, about: _about, ...status } = (await statusOf(source.url)).status
    const { waiting: told } = await whatChanges(before, waiting)
    if (told?.about !== about) {
      await teamStatusItem.set({ ...status, ...told })
      throw new ChangedMeanwhileError()
    }
    await store({ ...status, roles: rolesIn(waiting) }, { files: waiting })
  })
}

/** Forgets the changes, once the user has seen them. Throws as `approveTeam` does. */
export function forgetTeamChange(about: string): Promise<void> {
  return exclusively(async () => {
    const before = valueIn(await teamStatusItem.get())
    const { waiting, files } = await readTeamFiles()
    if (before?.about !== about || waiting) throw new ChangedMeanwhileError()
    const { change: _, about: _about, ...status } = before
    await setTogether(teamStatusItem.pack(status), await packTeamFiles({ files }))
  })
}

/**
 * Uses only the user's own text: removes their own source with this URL, or declines an administrator's, and gives back
 * access to its host.
 * @throws `ChangedMeanwhile` if another source is in use by now.
 */
export function removeTeam(url: string): Promise<void> {
  return exclusively(async () => {
    const source = await readTeamInForce()
    if (source?.url !== url) throw new ChangedMeanwhileError()
    const isOffered = source.policy.url === 'default'
    const choice = valueIn(await teamChoiceItem.get()) ?? noChoice
    const items = await itemsOf({ files: [] })
    const chosen = isOffered ? await teamChoiceItem.pack({ ...choice, declined: true }) : {}
    const none = await teamSourceItem.pack(undefined)
    await setTogether(none, chosen, teamStatusItem.pack(undefined), ...items)
    await giveBack(source.url)
  })
}

/** Deletes the files and status of a source that an administrator has withdrawn, and gives back access to its host. */
function forgetTeam(): Promise<undefined> {
  return exclusively(async () => {
    const [source, own] = [await readTeamInForce(), await teamSourceItem.get()]
    // Data from a later version of the extension may still be the files' source.
    if (source || own.kind === 'newer') return undefined
    const [status, { files }] = [valueIn(await teamStatusItem.get()), await readTeamFiles()]
    if (!status && files.length === 0) return undefined
    // First, so that it is repeated if this is interrupted. Access that the administrator has granted stays.
    if (status) await giveBack(status.url).catch(() => {})
    const items = await itemsOf({ files: [] })
    await setTogether(teamStatusItem.pack(undefined), ...items)
    return undefined
  })
}

/** Gives back access to a URL's host. */
function giveBack(url: string): Promise<void> {
  return removeOrigins(hostPattern(url))
}

function hostPattern(url: string): string {
  return patternOf(new URL(url))
}

async function gather(
  { url, headers, cookies }: TeamSource,
  known: readonly TeamFile[],
): Promise<Gathered | ({ readonly kind: 'failed' } & Omit<FailedRefresh, 'time'>)> {
  if (!(await hasOrigins(hostPattern(url)))) return { kind: 'failed', url, reason: { kind: 'no-permission' } }
  return gatherTeam(url, known, { headers, cookies })
}

async function failed(
  source: TeamSource,
  status: TeamStatus,
  { url, reason }: Omit<FailedRefresh, 'time'>,
): Promise<number> {
  const failures = status.failures + 1
  const retryAfter = 'retryAfter' in reason ? reason.retryAfter : undefined
  const again = delay({ refresh: refreshMinutes(source.refresh, status.refresh), failures, retryAfter })
  const time = Date.now()
  const after: TeamStatus = { ...status, failures, next: time + again, failure: { time, url, reason } }
  // If there isn't even room for that, the time still counts.
  if (reason.kind === 'not-stored') await teamStatusItem.set(after).catch(() => {})
  else await teamStatusItem.set(after)
  return again
}

interface Taken extends Partial<WhatChanges> {
  /** Returns the number of the team's roles in use; absent if the files wait. */
  readonly roles?: number
  readonly team: TeamFiles
}

interface WhatChanges {
  /** Changes since the user last reviewed them, including those of waiting files. */
  readonly change: TeamComparison
  /** Digest of the change that the user is asked to approve. */
  readonly about: string
}

/** `isNew`: nothing was ever fetched from this source. */
async function takeFiles(
  source: TeamSource,
  before: TeamFiles,
  files: readonly TeamFile[],
  isNew: boolean,
): Promise<Taken> {
  // Lost files existed once: only for the very first fetch is there nothing to report.
  const isFirst = isNew && !before.damaged && before.files.length === 0 && !before.waiting
  if (isFirst) return { team: { files }, roles: rolesIn(files) }
  const found = await whatChanges(before, files)
  if (source.approve && found.waiting) {
    const { damaged: _, ...kept } = before
    return { ...found.waiting, team: { ...kept, waiting: files } }
  }
  const seen = before.seen ?? before.files
  return { ...found.inForce, roles: rolesIn(files), team: { files, ...(found.inForce && { seen }) } }
}

/**
 * Returns the changes to the menu with other files than those in use, to be reported if they are put in use and if they
 * wait.
 */
async function whatChanges(
  { files: inForce, seen = inForce }: TeamFiles,
  files: readonly TeamFile[],
): Promise<{ readonly inForce: WhatChanges | undefined; readonly waiting: WhatChanges | undefined }> {
  const [personal, { texts: sent }] = [await listItem.get(), await readSentTexts()]
  const others = textsInForce(sent)
  const compare = (before: readonly TeamFile[]) => {
    const [old, now] = [
      [...textsOf(before), ...others],
      [...textsOf(files), ...others],
    ]
    const found = compareTeam(old, now, valueIn(personal))
    return isUnchanged(found) ? undefined : found
  }
  const fromSeen = compare(seen)
  const fromInForce = seen === inForce ? fromSeen : compare(inForce)
  const withDigest = async (change: TeamComparison | undefined) =>
    change && { change, about: await digestOf([change, textsOf(inForce), textsOf(files)]) }
  return {
    inForce: await withDigest(fromSeen),
    waiting: await withDigest(fromInForce && (fromSeen ?? fromInForce)),
  }
}

function rolesIn(files: readonly TeamFile[]): number {
  return targetRoles(parseTogether('', textsOf(files)).profiles).roles.length
}

/**
 * Writes the status, the files and their parsed form. If there is no room for the files that the user last saw, reports the
 * changes without them.
 */
async function store(status: TeamStatus, team: TeamFiles | undefined): Promise<void> {
  if (!team) return teamStatusItem.set(status)
  try {
    await setTogether(teamStatusItem.pack(status), ...(await itemsOf(team)))
  } catch (error) {
    const { seen, ...others } = team
    if (!seen) throw error
    await setTogether(teamStatusItem.pack(status), ...(await itemsOf(others)))
  }
}

/**
 * Returns items for the files and for the combined parsed form of the team's, the senders' and the user's texts, to be
 * written at once.
 */
async function itemsOf(team: TeamFiles): Promise<readonly PackedItem[]> {
  const { texts: sent } = await readSentTexts()
  const parsed = await packParsedAgain([...textsOf(team.files), ...textsInForce(sent)])
  return [await packTeamFiles(team), ...parsed]
}

/**
 * Returns the status of the source with this URL, and whether nothing was ever fetched from it. If the previous source was
 * another one, gives back access to its host, unless that is the user's own source, which is used again once an
 * administrator's isn't.
 */
async function statusOf(url: string): Promise<{ readonly status: TeamStatus; readonly isNew: boolean }> {
  const reading = await teamStatusItem.get()
  const status = valueIn(reading)
  if (status?.url === url) return { status, isNew: status.fetched === undefined }
  if (status) {
    const own = valueIn(await teamSourceItem.get())
    const needed = [url, own?.url ?? url].map(hostPattern)
    if (!needed.includes(hostPattern(status.url))) await giveBack(status.url).catch(() => {})
  }
  return { status: { url, roles: 0, next: 0, failures: 0 }, isNew: reading.kind === 'value' }
}

function delay(attempt: Parameters<typeof refreshDelay>[0]): number {
  return refreshDelay(attempt, Math.random())
}
