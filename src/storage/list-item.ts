import { type ItemsRead, type PackedItem, type Reading, storedItem, valueIn } from '../browser/stored-item'
import { deflate, inflate } from '../lib/deflate'

/** A short text as it is, and a long one deflated: browsers take long to copy and compare a megabyte at each save. */
type StoredText = string | { readonly deflated: string }

/** The length in characters from which a text is deflated. */
const minDeflatedLength = 50_000

const storedText = storedItem<StoredText>({
  key: 'configuration',
  area: 'local',
  version: 2,
  default: '',
  check: stored => (isStoredText(stored) ? stored : undefined),
  // The first version deflated nothing.
  migrations: { 1: stored => stored },
})

/** The text in use, as the user wrote it. It has what every stored item has, but is packed and read in two steps. */
export const listItem = {
  place: storedText.place,
  rewrite: storedText.rewrite,

  /** Returns an item to be written with `setTogether`. `deflated` spares deflating the text again. */
  async pack(text: string, deflated?: string): Promise<PackedItem> {
    if (text.length < minDeflatedLength) return storedText.pack(text)
    return storedText.pack({ deflated: deflated ?? (await deflate(text)) })
  },

  /** Returns the text in use, deflated, without inflating it first; '' if there's none or it can't be read. */
  async getDeflated(read?: ItemsRead): Promise<string> {
    const stored = valueIn(await storedText.get(read)) ?? ''
    if (typeof stored !== 'string') return stored.deflated
    return stored === '' ? '' : deflate(stored)
  },

  async get(read?: ItemsRead): Promise<Reading<string>> {
    return inflated(await storedText.get(read))
  },

  /**
   * Calls `listener` with the current text and then with each new one, in their order, also from other windows, until `signal`
   * aborts. Rejects if the first read fails.
   */
  async follow(listener: (reading: Reading<string>) => void, signal: AbortSignal): Promise<void> {
    let before: Promise<unknown> = Promise.resolve()
    await storedText.follow(stored => {
      const [earlier, reading] = [before, inflated(stored)]
      before = earlier.then(async () => listener(await reading))
    }, signal)
    await before
  },
}

async function inflated(reading: Reading<StoredText>): Promise<Reading<string>> {
  if (reading.kind !== 'value') return reading
  const { value } = reading
  if (typeof value === 'string') return { kind: 'value', value }
  try {
    return { kind: 'value', value: await inflate(value.deflated) }
  } catch {
    return { kind: 'unreadable' }
  }
}

function isStoredText(stored: unknown): stored is StoredText {
  if (typeof stored === 'string') return true
  return typeof stored === 'object' && stored !== null && typeof Object(stored).deflated === 'string'
}
