import { browser } from './api'
import type { StoredPlace } from './storage-areas'
import { within } from './timeout'

/** Items in the form in which they are written. */
export type PackedItem = Readonly<Record<string, unknown>>

/** A read of several items, by key. */
export type ItemsRead = Promise<Readonly<Record<string, unknown>>>

/** Defines a stored item, once, in the folder of its subject. */
export function storedItem<Value>(definition: StoredItemDefinition<Value>) {
  const { key, area, version } = definition
  // Evaluated on first use: a worker, which has no browser API, shares files with the definitions.
  const storage = () => browser.storage[area]
  const pack = (value: Value): PackedItem => ({ [key]: { version, value } })
  const get = async (read: ItemsRead = storage().get(key)) =>
    readStored(definition, (await within(read))[key])

  return {
    /** For change listeners. */
    place: definition as unknown as StoredPlace,
    pack,
    /** Returns the value: the one in `read`, if given, which has this item among others of its area. */
    get,
    set: (value: Value) => within(storage().set({ ...pack(value) })),
    /** Writes what an earlier version of the extension stored in the current shape. Leaves unreadable data alone. */
    async rewrite() {
      const stored = (await within(storage().get(key)))[key]
      const reading = readStored(definition, stored)
      if (isOlder(definition, stored) && reading.kind === 'value')
        await within(storage().set({ ...pack(reading.value) }))
    },
    /**
     * Calls `listener` with the current value and then with each new one, also from other windows, until `signal` aborts.
     * Rejects if the first read fails.
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
 * Writes several items of the local area in one call: all or, if the browser's storage throws, none. If it doesn't answer in
 * time, this rejects too, but all of them may still be written.
 */
export async function setTogether(...packed: readonly PackedItem[]): Promise<void> {
  await within(browser.storage.local.set(Object.assign({}, ...packed)))
}

/** Reads several items of the local area in one call. The `get` of each takes the answer. */
export function readTogether(...places: readonly StoredPlace[]): ItemsRead {
  return browser.storage.local.get(places.flatMap(({ key }) => key ?? []))
}

/** The definition of one stored item, so that no caller ever sees a key or a version. */
export interface StoredItemDefinition<Value> {
  readonly key: string
  /** `session`: until the browser exits. */
  readonly area: 'local' | 'session'
  /** The version of the stored shape, from 1. */
  readonly version: number
  readonly default: Value
  /** Returns a value of the current shape from whatever is stored, or undefined if it can't be used. */
  readonly check: (stored: unknown) => Value | undefined
  /** `migrations[n]` converts version `n` to version `n + 1`. */
  readonly migrations?: Readonly<Record<number, (stored: unknown) => unknown>>
}

/** The result of reading an item. The two failures leave the stored data alone. */
export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  /** A later version of the extension wrote it: `version` is unknown here. */
  | { readonly kind: 'newer'; readonly version: number }
  /** No version of the extension writes this. */
  | { readonly kind: 'unreadable' }

/** Returns the value, if there is a usable one. */
export function valueIn<Value>(reading: Reading<Value>): Value | undefined {
  return reading.kind === 'value' ? reading.value : undefined
}

/** A stored value with its version. */
interface Packed {
  readonly version: number
  readonly value: unknown
}

/** Whether an earlier version of the extension wrote it. */
export function isOlder<Value>({ version }: StoredItemDefinition<Value>, stored: unknown): boolean {
  return isPacked(stored) && stored.version < version
}

/** Returns an item's value from what is stored: the default if nothing is, migrated to the current shape if it is older. */
export function readStored<Value>(definition: StoredItemDefinition<Value>, stored: unknown): Reading<Value> {
  if (stored === undefined) return { kind: 'value', value: definition.default }
  if (!isPacked(stored)) return { kind: 'unreadable' }
  if (stored.version > definition.version) return { kind: 'newer', version: stored.version }
  try {
    const checked = definition.check(migrated(definition, stored))
    return checked === undefined ? { kind: 'unreadable' } : { kind: 'value', value: checked }
  } catch {
    // A migration throws on data that isn't of its version.
    return { kind: 'unreadable' }
  }
}

function migrated<Value>({ version, migrations }: StoredItemDefinition<Value>, stored: Packed): unknown {
  let { value } = stored
  for (let from = stored.version; from < version; from++) value = migrations?.[from]?.(value)
  return value
}

function isPacked(stored: unknown): stored is Packed {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'value' in stored &&
    'version' in stored &&
    typeof stored.version === 'number'
  )
}
