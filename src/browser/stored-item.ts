import { browser } from './api'
import { isOlder, type Reading, readStored, type StoredItemDefinition, valueIn } from './read-stored'
import { within } from './within'

export { type Reading, valueIn }

/** Items as they are written. */
export type PackedItem = Readonly<Record<string, unknown>>

/**
 * Defines a stored item; all of them stand in `src/storage/`. Its functions throw what the browser's storage
 * throws.
 */
export function storedItem<Value>(definition: StoredItemDefinition<Value>) {
  const { key, area, version } = definition
  // Not before it is used: a worker, which has none of the browser's functions, shares files with what defines items.
  const storage = () => browser.storage[area]
  const pack = (value: Value): PackedItem => ({ [key]: { version, value } })
  const get = async () => readStored(definition, (await within(storage().get(key)))[key])

  return {
    pack,
    get,
    set: (value: Value) => within(storage().set({ ...pack(value) })),
    /** Writes what an earlier version of the extension stored in the current shape. What can't be read stays as it is. */
    async rewrite() {
      const stored = (await within(storage().get(key)))[key]
      const reading = readStored(definition, stored)
      if (isOlder(definition, stored) && reading.kind === 'value')
        await within(storage().set({ ...pack(reading.value) }))
    },
    /**
     * Calls `listener` with the value as it is and then with each new one, also one written in another window, until
     * `signal` aborts. Rejects where the first can't be had.
     */
    async follow(listener: (stored: Reading<Value>) => void, signal: AbortSignal) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key]
        if (change) listener(readStored(definition, change.newValue))
      }
      storage().onChanged.addListener(onChanged)
      signal.addEventListener('abort', () => storage().onChanged.removeListener(onChanged))
      listener(await get())
    },
  }
}

/**
 * Writes several items of the local area in one call: all of them, or, where the browser's storage throws, none. Where it
 * gives no answer in time, this throws too, and all may still be written.
 */
export async function setTogether(...packed: readonly PackedItem[]): Promise<void> {
  await within(browser.storage.local.set(Object.assign({}, ...packed)))
}
