import { asOpen, seal, unseal } from './sealing'
import type { StoredItemDefinition } from './stored-item'
import { type Reading, storedItem } from './stored-item'

/** Names and values. */
type Headers = readonly (readonly [name: string, value: string])[]

/** How to get the headers out of an item and put them back. */
interface HeadersIn<Value> {
  get(value: Value): Headers | undefined
  set(value: Value, headers: Headers): Value
}

/**
 * Defines a stored item of the local area that contains request headers. Their values are stored sealed, so that content
 * scripts can't read them. Omits a header whose key the browser has lost. Works like other stored items, but `pack` returns
 * a promise, and the functions also reject if the background script doesn't answer.
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
    // One more than the version of the shape itself: earlier versions stored the values unsealed.
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
    /** Seals what an earlier version of the extension stored unsealed. Leaves unreadable data alone. */
    async rewrite() {
      const reading = await before.get()
      if (reading.kind === 'value' && reading.value !== definition.default) await set(reading.value)
    },
    follow: (listener: (stored: Reading<Value>) => void, signal: AbortSignal) =>
      item.follow(reading => void shown(reading).then(listener, () => {}), signal),
  }
}
