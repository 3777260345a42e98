import browser from 'webextension-polyfill'
import { within } from './within'

/** What one stored item is, said once, so that no caller ever sees a key or a version. */
interface StoredItemDefinition<Value> {
  readonly key: string
  readonly area: 'local'
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

/** Items as they are written. */
export type PackedItem = Readonly<Record<string, unknown>>

/**
 * Defines a stored item; all of them stand in `src/storage/`. Its functions throw what the browser's storage
 * throws.
 */
export function storedItem<Value>(definition: StoredItemDefinition<Value>) {
  const { key, area, version } = definition
  const storage = browser.storage[area]
  const pack = (value: Value): PackedItem => ({ [key]: { version, value } })

  return {
    pack,
    get: async () => read(definition, (await within(storage.get(key)))[key]),
    set: (value: Value) => within(storage.set({ ...pack(value) })),
    /** Calls `listener` with each new value, also one written in another window, until `signal` aborts. */
    watch(listener: (stored: Reading<Value>) => void, signal: AbortSignal) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key]
        if (change) listener(read(definition, change.newValue))
      }
      storage.onChanged.addListener(onChanged)
      signal.addEventListener('abort', () => storage.onChanged.removeListener(onChanged))
    },
  }
}

/** Writes several items of the local area in one call: all of them, or, where this throws, none. */
export async function setTogether(...packed: readonly PackedItem[]): Promise<void> {
  await within(browser.storage.local.set(Object.assign({}, ...packed)))
}

function read<Value>(definition: StoredItemDefinition<Value>, stored: unknown): Reading<Value> {
  if (stored === undefined) return { kind: 'value', value: definition.default }
  if (!isPacked(stored)) return { kind: 'unreadable' }
  if (stored.version > definition.version) return { kind: 'newer', version: stored.version }

  let value = stored.value
  for (let version = stored.version; version < definition.version; version++) {
    value = definition.migrations?.[version]?.(value)
  }
  const checked = definition.check(value)
  return checked === undefined ? { kind: 'unreadable' } : { kind: 'value', value: checked }
}

function isPacked(stored: unknown): stored is { readonly version: number; readonly value: unknown } {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'value' in stored &&
    'version' in stored &&
    typeof stored.version === 'number'
  )
}
