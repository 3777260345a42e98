import { asOpen, seal, unseal } from './secrets'
import type { StoredItemDefinition } from './stored-item'
import { type Reading, storedItem } from './stored-item'

/** Names and values. */
type Headers = readonly (readonly [name: string, value: string])[]

/** Where an item has its headers. */
interface HeadersIn<Value> {
  get(value: Value): Headers | undefined
  set(value: Value, headers: Headers): Value
}

/**
 * A stored item of the local area with request headers in it. Their values are stored sealed, so that no content script
 * can read them. A header whose key the browser has lost is left out. The functions are those of other stored items, but
 * `pack` gives a promise; they throw too where the background script can't be asked.
 */
export function secretItem<Value>(definition: StoredItemDefinition<Value>, headersIn: HeadersIn<Value>) {
  const { version, migrations, check } = definition
  const withValues = (value: Value, change: (text: string) => string): Value => {
    const headers = headersIn.get(value)
    return headers
      ? headersIn.set(
          value,
          headers.map(([name, text]) => [name, change(text)] as const),
        )
      : value
  }
  const item = storedItem<Value>({
    ...definition,
    // The version after those of the shape itself: before it, values were stored as they are.
    version: version + 1,
    migrations: {
      ...migrations,
      [version]: stored => {
        const value = check(stored)
        return value && withValues(value, asOpen)
      },
    },
  })
  const before = storedItem<Value>(definition)
  const shown = async (reading: Reading<Value>): Promise<Reading<Value>> => {
    if (reading.kind !== 'value') return reading
    const headers = headersIn.get(reading.value) ?? []
    const texts = await unseal(headers.map(([, text]) => text))
    const known = headers.flatMap(([name], index) => {
      const text = texts[index]
      return text === undefined ? [] : [[name, text] as const]
    })
    return headers.length === 0 ? reading : { kind: 'value', value: headersIn.set(reading.value, known) }
  }
  const hidden = async (value: Value): Promise<Value> => {
    const texts = await seal((headersIn.get(value) ?? []).map(([, text]) => text))
    let next = 0
    return withValues(value, () => texts[next++] ?? '')
  }
  const set = async (value: Value) => item.set(await hidden(value))

  return {
    place: item.place,
    pack: async (value: Value) => item.pack(await hidden(value)),
    get: async () => shown(await item.get()),
    set,
    /** Seals what an earlier version of the extension stored as it was. What can't be read stays as it is. */
    async rewrite() {
      const reading = await before.get()
      if (reading.kind === 'value' && reading.value !== definition.default) await set(reading.value)
    },
    follow: (listener: (stored: Reading<Value>) => void, signal: AbortSignal) =>
      item.follow(reading => void shown(reading).then(listener, () => {}), signal),
  }
}
