import { onBrowserStart, onInstall } from '../browser/background-events'
import { onStorageChange, type StoredPlace } from '../browser/storage-areas'
import { readStored, type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import { inTurn } from '../lib/in-turn'
import { openSessionsDefinition } from '../sessions/stored-sessions'
import { sessionStartsDefinition } from '../sessions/stored-starts'
import { withoutPrivateTabs } from './place-in-group'
import { groupedTabsDefinition } from './stored-groups'

// Browsers empty `storage.session` when they update an extension, but its content is still needed: if an open role isn't
// known to be open, it is switched to again, and AWS signs its tabs out. So `storage.local` has a copy, without private
// windows. It is used only after an update, and is deleted at the next start of the browser.

/** An item in the session area, and the part of it that may be copied to disk. */
interface Copied {
  readonly place: StoredPlace
  /** Its key in the copy. */
  readonly key: string
  /** Returns the value to copy, as stored; undefined if nothing can be read. */
  copy(): Promise<unknown>
  /** Stores the copied value, unless something is stored by now. */
  restore(kept: unknown): Promise<void>
}

const copied: readonly Copied[] = [
  copiedItem(openSessionsDefinition, sessions => sessions.filter(({ isPrivate }) => !isPrivate)),
  // A start says so in its sign-in's name.
  copiedItem(sessionStartsDefinition, starts =>
    starts.filter(({ signIn }) => signIn.split(' ')[1] !== 'private'),
  ),
  copiedItem(groupedTabsDefinition, withoutPrivateTabs),
]

type Copies = Readonly<Record<string, unknown>>

const copyItem = storedItem<Copies>({
  key: 'sessionCopy',
  area: 'local',
  version: 1,
  default: {},
  check: stored => (typeof stored === 'object' && stored !== null ? { ...stored } : undefined),
})

/**
 * Whether the session area belongs to this version of the extension and this start of the browser: before that it is empty.
 */
const settledItem = storedItem<boolean>({
  key: 'settled',
  area: 'session',
  version: 1,
  default: false,
  check: stored => stored === true,
})

/** How long the browser may take to say why the extension has started, in milliseconds. */
const updateTimeoutMs = 1_000
/** How long it may take to report its own start after an update that came with it. */
const startAfterUpdateMs = 300

let settled: Promise<void> = Promise.resolve()

/** Resolves once the session area has what survives an update. Never rejects. */
export function whenSettled(): Promise<void> {
  return settled
}

/** Makes open sessions, their starts and their groups survive an update of the extension, but not the end of the browser. */
export function registerSessionCopy(): void {
  const reason = startReason()
  settled = settle(reason).catch(() => {})
  const oneByOne = inTurn()
  onStorageChange(change => {
    const changed = copied.filter(({ place }) => change.isOf(place))
    if (changed.length === 0) return
    const copy = async () => {
      await settled
      const found = await Promise.all(changed.map(async item => [item.key, await item.copy()] as const))
      const before = valueIn(await copyItem.get()) ?? {}
      await copyItem.set({ ...before, ...Object.fromEntries(found) })
    }
    // Data that can't be copied is missing after an update, as in a browser that has just started.
    oneByOne(copy).catch(() => {})
  })
}

async function settle(reason: Promise<'update' | 'other'>): Promise<void> {
  if (valueIn(await settledItem.get())) return
  if ((await reason) === 'update') {
    const kept = valueIn(await copyItem.get()) ?? {}
    for (const item of copied) await item.restore(kept[item.key])
  } else await copyItem.set({})
  await settledItem.set(true)
}

/**
 * Returns why the extension has started, as the browser says in its first moments. If the browser starts with an update, its
 * start counts.
 */
function startReason(): Promise<'update' | 'other'> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve('other'), updateTimeoutMs)
    const end = (reason: 'update' | 'other') => {
      clearTimeout(timer)
      resolve(reason)
    }
    onBrowserStart(() => end('other'))
    onInstall(why => (why === 'update' ? setTimeout(() => end('update'), startAfterUpdateMs) : end('other')))
  })
}

function copiedItem<Value>(
  definition: StoredItemDefinition<Value>,
  withoutPrivate: (value: Value) => Value,
): Copied {
  const item = storedItem(definition)
  const { key } = definition
  return {
    place: item.place,
    key,
    async copy() {
      const value = valueIn(await item.get())
      return value === undefined ? undefined : item.pack(withoutPrivate(value))[key]
    },
    async restore(kept) {
      const value = valueIn(readStored(definition, kept))
      const isStored = valueIn(await item.get()) !== definition.default
      if (value !== undefined && !isStored) await item.set(value)
    },
  }
}
