import { type ItemsRead, storedItem } from '../browser/stored-item'
import { deflate, inflate } from '../lib/deflate'

/** The texts from an allowed extension, each without access keys. */
export interface SentText {
  readonly id: string
  /** The text in use; absent if the first one waits. */
  readonly text?: string
  /** A later text, which waits for the user. */
  readonly waiting?: string
  /** An earlier text, if the user hasn't seen yet what has changed since. */
  readonly seen?: string
}

type StoredText = Omit<SentText, 'text'> & { readonly data?: string }

export const sentTextsItem = storedItem<readonly StoredText[]>({
  key: 'sentTexts',
  area: 'local',
  version: 1,
  default: [],
  check: stored => (isStoredTexts(stored) ? stored : undefined),
})

/**
 * Returns the sent texts, in the order in which the senders were allowed. Skips unreadable ones, which will be sent again,
 * and sets `damaged`.
 */
export async function readSentTexts(read?: ItemsRead): Promise<{
  readonly texts: readonly SentText[]
  readonly damaged: boolean
}> {
  const reading = await sentTextsItem.get(read)
  if (reading.kind !== 'value') return { texts: [], damaged: true }
  const unpacked = await Promise.all(reading.value.map(sent => unpack(sent).catch(() => undefined)))
  const texts = unpacked.filter(sent => sent !== undefined)
  return { texts, damaged: texts.length < unpacked.length }
}

/** Returns those of the texts that are in use. */
export function textsInForce(sent: readonly SentText[]): readonly string[] {
  return sent.flatMap(({ text }) => text ?? [])
}

/** Returns an item for the sent texts, to be written with `setTogether`. */
export async function packSentTexts(texts: readonly SentText[]) {
  return sentTextsItem.pack(await Promise.all(texts.map(pack)))
}

async function unpack({ id, data, waiting, seen }: StoredText): Promise<SentText> {
  return {
    id,
    ...(data !== undefined && { text: await inflate(data) }),
    ...(waiting !== undefined && { waiting: await inflate(waiting) }),
    ...(seen !== undefined && { seen: await inflate(seen) }),
  }
}

async function pack({ id, text, waiting, seen }: SentText): Promise<StoredText> {
  return {
    id,
    ...(text !== undefined && { data: await deflate(text) }),
    ...(waiting !== undefined && { waiting: await deflate(waiting) }),
    ...(seen !== undefined && { seen: await deflate(seen) }),
  }
}

function isStoredTexts(stored: unknown): stored is readonly StoredText[] {
  return (
    Array.isArray(stored) &&
    stored.every(
      sent =>
        typeof sent?.id === 'string' &&
        [sent.data, sent.waiting, sent.seen].every(text => text === undefined || typeof text === 'string'),
    )
  )
}
