import { exclusively, openPageIds } from '../browser/locks'
import { type ItemsRead, type PackedItem, storedItem, valueIn } from '../browser/stored-item'
import { withoutSecrets } from '../config/secrets/without-secrets'
import { checksum } from '../lib/checksum'
import { deflate, inflate } from '../lib/deflate'
import { isMoment } from '../lib/moment'
import { listItem } from './list-item'

/** An editor's text that isn't saved yet. */
export interface Draft {
  readonly text: string
  /** When it was stored, in milliseconds since 1970. */
  readonly time: number
  /** Whether the text that it was edited from is still in use. */
  readonly isCurrent: boolean
  /** Id of the conflict that saving it decides. */
  readonly settles: string | undefined
}

interface StoredDraft {
  /** Id of the page that it belongs to. */
  readonly page: string
  readonly time: number
  /** The text without access keys, deflated. */
  readonly data: string
  /** Checksum of the text in use that it was edited from; '' if that text isn't in use anymore. */
  readonly base: string
  readonly settles?: string | undefined
}

/** Maximum number of pages whose unsaved text is kept. */
const maxDrafts = 5

/** The unsaved texts of the options pages, latest first. They stay on this computer. */
export const draftsItem = storedItem<readonly StoredDraft[]>({
  key: 'drafts',
  area: 'local',
  version: 1,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isDraft) ? stored : undefined),
})

/**
 * Stores a page's unsaved text, without access keys, in place of its previous one. `from` is the text in use that it was
 * edited from; undefined if that isn't in use anymore. Doesn't store a text that is in use by then.
 */
export async function keepDraft(
  page: string,
  text: string,
  from: string | undefined,
  settles: string | undefined,
): Promise<void> {
  await change(async drafts => {
    const others = drafts.filter(other => other.page !== page)
    // It may have been saved while this waited for its turn, and would come back in place of what is written next.
    if (valueIn(await listItem.get()) === text) return others
    const data = await deflate(withoutSecrets(text).text)
    const base = from === undefined ? '' : checksum(from)
    const draft = { page, time: Date.now(), data, base, settles }
    return [draft, ...others].slice(0, maxDrafts)
  })
}

/**
 * Returns the drafts without the page's, to be written together with its saved text, which would have less room next to the
 * draft. `read` has the drafts.
 */
export async function packWithoutDraft(page: string, read: ItemsRead): Promise<PackedItem> {
  const drafts = valueIn(await draftsItem.get(read))
  return drafts ? draftsItem.pack(drafts.filter(draft => draft.page !== page)) : {}
}

export async function dropDraft(page: string): Promise<void> {
  await change(async drafts => drafts.filter(draft => draft.page !== page))
}

/** Whether any page has an unsaved text, or had one when it was left. Also says so of data that can't be read. */
export async function hasDrafts(): Promise<boolean> {
  return valueIn(await draftsItem.get())?.length !== 0
}

/**
 * Returns this page's unsaved text, or else the latest one of a page that is gone, which then becomes this page's. Undefined
 * if there is none, or only the text in use.
 */
export async function takeDraft(page: string, inForce: string): Promise<Draft | undefined> {
  const open = await openPageIds()
  const find = (drafts: readonly StoredDraft[]) =>
    drafts.find(draft => draft.page === page) ?? drafts.find(draft => !open.has(draft.page))
  let found: StoredDraft | undefined
  await change(async drafts => {
    found = find(drafts)
    return drafts.map(draft => (draft === found ? { ...draft, page } : draft))
  })
  if (!found) return undefined
  const { data, time, base, settles } = found
  const text = await inflate(data).catch(() => inForce)
  if (text !== inForce) return { text, time, isCurrent: base === checksum(inForce), settles }
  await dropDraft(page)
  return undefined
}

function change(changed: (drafts: readonly StoredDraft[]) => Promise<readonly StoredDraft[]>): Promise<void> {
  return exclusively(async () => {
    const drafts = valueIn(await draftsItem.get())
    // Leaves data from a later version of the extension alone.
    if (!drafts) return
    const after = await changed(drafts)
    if (JSON.stringify(after) !== JSON.stringify(drafts)) await draftsItem.set(after)
  })
}

function isDraft(stored: unknown): stored is StoredDraft {
  if (typeof stored !== 'object' || stored === null) return false
  const { page, time, data, base, settles } = stored as Partial<Record<keyof StoredDraft, unknown>>
  return (
    [page, data, base].every(part => typeof part === 'string') &&
    isMoment(time) &&
    (settles === undefined || typeof settles === 'string')
  )
}
