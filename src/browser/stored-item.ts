import { browser } from './api'
import type { StoredPlace } from './storage-change'
import { within } from './timeout'

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
    /** For those who listen for changes. */
    place: definition as unknown as StoredPlace,
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

/** What one stored item is, said once, so that no caller ever sees a key or a version. */
export interface StoredItemDefinition<Value> {
  readonly key: string
  /** `session`: until the browser ends. */
  readonly area: 'local' | 'session'
  /** The version of the stored shape, from 1. */
  readonly version: number
  readonly default: Value
  /** Makes a value of the current shape from whatever is stored as it, or undefined where it can't be used. */
  readonly check: (stored: unknown) => Value | undefined
  /** `migrations[n]` makes version `n + 1` of version `n`. */
  readonly migrations?: Readonly<Record<number, (stored: unknown) => unknown>>
}

/** What reading an item gives. The two problems leave what is stored as it is. */
export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  /** A later version of the extension wrote it: `version` is unknown here. */
  | { readonly kind: 'newer'; readonly version: number }
  /** It isn't what any version writes. */
  | { readonly kind: 'unreadable' }

/** The value, where there is one that can be used. */
export function valueIn<Value>(reading: Reading<Value>): Value | undefined {
  return reading.kind === 'value' ? reading.value : undefined
}

/** What is stored is wrapped in its version. */
interface Packed {
  readonly version: number
  readonly value: unknown
}

/** Whether an earlier version of the extension wrote it. */
export function isOlder<Value>({ version }: StoredItemDefinition<Value>, stored: unknown): boolean {
  return isPacked(stored) && stored.version < version
}

/** The value of an item as it is stored: the default where there is none, made into the current shape where it is an older one. */
export function readStored<Value>(definition: StoredItemDefinition<Value>, stored: unknown): Reading<Value> {
  if (stored === undefined) return { kind: 'value', value: definition.default }
  if (!isPacked(stored)) return { kind: 'unreadable' }
  if (stored.version > definition.version) return { kind: 'newer', version: stored.version }
  try {
    const checked = definition.check(migrated(definition, stored))
    return checked === undefined ? { kind: 'unreadable' } : { kind: 'value', value: checked }
  } catch {
    // A migration that throws was not given what it is for.
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
