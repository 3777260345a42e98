import { type ItemsRead, storedItem } from '../browser/stored-item'
import { deflate, inflate } from '../lib/deflate'
import type { TeamFile } from './gather-team'
import { readSentTexts, textsInForce } from './stored-sent-texts'

export interface TeamFiles {
  /** Those in use. */
  readonly files: readonly TeamFile[]
  /** Later ones, which wait for the user. */
  readonly waiting?: readonly TeamFile[]
  /** Earlier ones, if the user hasn't seen yet what has changed since. */
  readonly seen?: readonly TeamFile[]
  /** Whether some stored files can't be read anymore. */
  readonly damaged?: true
}

/** The files as stored. Those of each kind may be 5 MB together, so texts that two kinds share are stored once. */
interface StoredFiles extends Readonly<Record<Kind, readonly StoredFile[] | undefined>> {
  /** Each text once, deflated. */
  readonly texts: readonly string[]
}

type Kind = 'files' | 'waiting' | 'seen'

/** `text` is the index of its text. */
type StoredFile = Omit<TeamFile, 'text'> & { readonly text: number }

const fileKinds: readonly Kind[] = ['files', 'waiting', 'seen']

export const teamFilesItem = storedItem<StoredFiles>({
  key: 'teamFiles',
  area: 'local',
  version: 2,
  default: { texts: [], files: [], waiting: undefined, seen: undefined },
  check: stored => (isStoredFiles(stored) ? stored : undefined),
  migrations: { 1: withSharedTexts },
})

/** Returns the team's files. Skips unreadable ones, which can be fetched again, and sets `damaged`. */
export async function readTeamFiles(read?: ItemsRead): Promise<TeamFiles> {
  const reading = await teamFilesItem.get(read)
  if (reading.kind !== 'value') return { files: [], damaged: true }
  const { texts } = reading.value
  const unpacked = async (kind: Kind): Promise<readonly TeamFile[] | 'damaged' | undefined> => {
    try {
      return await unpack(reading.value[kind], texts)
    } catch {
      return 'damaged'
    }
  }
  const [files, waiting, seen] = await Promise.all([unpacked('files'), unpacked('waiting'), unpacked('seen')])
  return {
    files: files === 'damaged' ? [] : (files ?? []),
    ...(Array.isArray(waiting) && { waiting }),
    ...(Array.isArray(seen) && { seen }),
    ...([files, waiting, seen].includes('damaged') && { damaged: true }),
  }
}

/** Returns the team's texts in use, highest precedence first: those of the URL's files, then those from extensions. */
export async function readTeamTexts(read?: ItemsRead): Promise<readonly string[]> {
  const [{ files }, { texts }] = await Promise.all([readTeamFiles(read), readSentTexts(read)])
  return [...textsOf(files), ...textsInForce(texts)]
}

/** Returns an item for the files, to be written with `setTogether`. */
export async function packTeamFiles(files: TeamFiles) {
  const all = fileKinds.flatMap(kind => files[kind] ?? []).map(({ text }) => text)
  const distinct = [...new Set(all)]
  const index = new Map(distinct.map((text, index) => [text, index]))
  const pack = (some: readonly TeamFile[] | undefined) =>
    some?.map(file => ({ ...file, text: index.get(file.text) ?? -1 }))
  return teamFilesItem.pack({
    texts: await Promise.all(distinct.map(deflate)),
    files: pack(files.files),
    waiting: pack(files.waiting),
    seen: pack(files.seen),
  })
}

/** Returns the texts of the files, in their order, without where each is from. */
export function textsOf(files: readonly TeamFile[]): readonly string[] {
  return files.map(({ text }) => text)
}

async function unpack(
  files: readonly StoredFile[] | undefined,
  texts: readonly string[],
): Promise<readonly TeamFile[] | undefined> {
  return (
    files &&
    Promise.all(
      files.map(async file => {
        const data = texts[file.text]
        if (data === undefined) throw new Error('A text is missing.')
        return { ...file, text: await inflate(data) }
      }),
    )
  )
}

/** In the first version, each file had its own text, as `data`. */
function withSharedTexts(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return undefined
  const texts: unknown[] = []
  const lists = fileKinds.map(kind => {
    const files: unknown = (stored as Partial<Record<Kind, unknown>>)[kind]
    const pooled =
      Array.isArray(files) && files.map(({ data, ...file }) => ({ ...file, text: texts.push(data) - 1 }))
    return [kind, pooled || undefined]
  })
  return { ...Object.fromEntries(lists), texts }
}

function isStoredFiles(stored: unknown): stored is StoredFiles {
  if (typeof stored !== 'object' || stored === null) return false
  const { texts, ...lists } = stored as Partial<Record<keyof StoredFiles, unknown>>
  return (
    Array.isArray(texts) &&
    texts.every(text => typeof text === 'string') &&
    isFiles(lists.files) &&
    [lists.waiting, lists.seen].every(kind => kind === undefined || isFiles(kind))
  )
}

function isFiles(stored: unknown): boolean {
  return (
    Array.isArray(stored) &&
    stored.every(file => typeof file?.url === 'string' && typeof file.text === 'number')
  )
}
