import { storedItem } from '../browser/stored-item'
import { deflate, inflate } from '../lib/deflate'

/** What an allowed extension sent, each without access keys. */
export interface SentText {
  /** Of the extension. */
  readonly id: string
  /** The one in force; absent where the first waits. */
  readonly text?: string
  /** A later one, which waits for the user. */
  readonly waiting?: string
  /** An earlier one, where the user hasn't seen yet what has changed since. */
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
 * What was sent, in the order in which the senders were allowed. What can't be read is left out, since it will be sent
 * again, and `damaged` says so. Rejects where the browser's storage does.
 */
export async function readSentTexts(): Promise<{
  readonly texts: readonly SentText[]
  readonly damaged: boolean
}> {
  const reading = await sentTextsItem.get()
  if (reading.kind !== 'value') return { texts: [], damaged: true }
  const read = await Promise.all(reading.value.map(sent => unpack(sent).catch(() => undefined)))
  const texts = read.filter(sent => sent !== undefined)
  return { texts, damaged: texts.length < read.length }
}

/** The texts in force among them. */
export function textsInForce(sent: readonly SentText[]): readonly string[] {
  return sent.flatMap(({ text }) => text ?? [])
}

/** What was sent, to be written with `setTogether`. */
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
