import { storedItem } from '../browser/stored-item'
import { deflate, inflate } from './deflate'

/** What an allowed extension sent last and is in force. */
export interface SentText {
  /** Of the extension. */
  readonly id: string
  /** Without access keys. */
  readonly text: string
  /** An earlier one, where the user hasn't seen yet what has changed since. */
  readonly seen?: string
}

interface StoredText {
  readonly id: string
  readonly data: string
  readonly seen?: string
}

export const sentTextsItem = storedItem<readonly StoredText[]>({
  key: 'sentTexts',
  area: 'local',
  version: 1,
  default: [],
  check: stored => (isStoredTexts(stored) ? stored : undefined),
})

/** What was sent, in the order in which the senders were allowed; nothing where what is stored can't be read, since it will be sent again. Rejects where the browser's storage does. */
export async function readSentTexts(): Promise<readonly SentText[]> {
  const reading = await sentTextsItem.get()
  if (reading.kind !== 'value') return []
  try {
    return await Promise.all(
      reading.value.map(async ({ id, data, seen }) => ({
        id,
        text: await inflate(data),
        ...(seen !== undefined && { seen: await inflate(seen) }),
      })),
    )
  } catch {
    return []
  }
}

/** What was sent, to be written with `setTogether`. */
export async function packSentTexts(texts: readonly SentText[]) {
  return sentTextsItem.pack(
    await Promise.all(
      texts.map(async ({ id, text, seen }) => ({
        id,
        data: await deflate(text),
        ...(seen !== undefined && { seen: await deflate(seen) }),
      })),
    ),
  )
}

function isStoredTexts(stored: unknown): stored is readonly StoredText[] {
  return (
    Array.isArray(stored) &&
    stored.every(
      sent =>
        typeof sent?.id === 'string' &&
        typeof sent.data === 'string' &&
        (sent.seen === undefined || typeof sent.seen === 'string'),
    )
  )
}
