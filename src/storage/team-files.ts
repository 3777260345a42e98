import { storedItem } from '../browser/stored-item'
import type { TeamFile } from '../team/gather-team'
import { deflate, inflate } from './deflate'
import { readSentTexts } from './sent-texts'

/** The team's files. */
export interface TeamFiles {
  /** Those in force. */
  readonly files: readonly TeamFile[]
  /** Later ones, which wait for the user. */
  readonly waiting?: readonly TeamFile[]
  /** Earlier ones, where the user hasn't seen yet what has changed since. */
  readonly seen?: readonly TeamFile[]
}

/** As they are stored: those of each kind together may be 5 MB. */
type StoredFiles = { readonly [Kind in keyof TeamFiles]: readonly StoredFile[] }

type StoredFile = Omit<TeamFile, 'text'> & { readonly data: string }

export const teamFilesItem = storedItem<StoredFiles>({
  key: 'teamFiles',
  area: 'local',
  version: 1,
  default: { files: [] },
  check: stored => (isStoredFiles(stored) ? stored : undefined),
})

/**
 * The team's files; none where there are none or where what is stored can't be read, since they can be fetched again. Rejects
 * where the browser's storage does.
 */
export async function readTeamFiles(): Promise<TeamFiles> {
  const reading = await teamFilesItem.get()
  if (reading.kind !== 'value') return { files: [] }
  try {
    const { files, waiting, seen } = reading.value
    return {
      files: await unpack(files),
      ...(waiting && { waiting: await unpack(waiting) }),
      ...(seen && { seen: await unpack(seen) }),
    }
  } catch {
    return { files: [] }
  }
}

/** The team's texts in force, the one that counts most first: those of the URL's files, then what extensions sent. */
export async function readTeamTexts(): Promise<readonly string[]> {
  const [{ files }, sent] = await Promise.all([readTeamFiles(), readSentTexts()])
  return [...textsOf(files), ...sent.map(({ text }) => text)]
}

/** The files, to be written with `setTogether`. */
export async function packTeamFiles({ files, waiting, seen }: TeamFiles) {
  return teamFilesItem.pack({
    files: await pack(files),
    ...(waiting && { waiting: await pack(waiting) }),
    ...(seen && { seen: await pack(seen) }),
  })
}

/** What the files say, in their order, without where each is from. */
export function textsOf(files: readonly TeamFile[]): readonly string[] {
  return files.map(({ text }) => text)
}

function pack(files: readonly TeamFile[]): Promise<readonly StoredFile[]> {
  return Promise.all(files.map(async ({ text, ...file }) => ({ ...file, data: await deflate(text) })))
}

function unpack(files: readonly StoredFile[]): Promise<readonly TeamFile[]> {
  return Promise.all(files.map(async ({ data, ...file }) => ({ ...file, text: await inflate(data) })))
}

function isStoredFiles(stored: unknown): stored is StoredFiles {
  if (typeof stored !== 'object' || stored === null) return false
  const { files, ...others } = stored as Partial<Record<keyof StoredFiles, unknown>>
  return isFiles(files) && [others.waiting, others.seen].every(kind => kind === undefined || isFiles(kind))
}

function isFiles(stored: unknown): boolean {
  return (
    Array.isArray(stored) &&
    stored.every(file => typeof file?.url === 'string' && typeof file.data === 'string')
  )
}
