import { onBrowserStart, onInstall } from '../browser/background-events'
import { onStorageChange, type StoredPlace } from '../browser/storage-change'
import { readStored, type StoredItemDefinition, storedItem, valueIn } from '../browser/stored-item'
import { inTurn } from '../lib/in-turn'
import { openSessionsDefinition } from '../sessions/stored-sessions'
import { sessionStartsDefinition } from '../sessions/stored-starts'
import { groupedTabsDefinition } from './grouped-tabs'
import { withoutPrivateTabs } from './place-in-group'

// Browsers empty `storage.session` when they update an extension. What was in it is needed all the same: a role that is
// open and not known to be is switched to again, and AWS signs its tabs out. So a copy lies in `storage.local`, without
// private windows. It counts after an update alone, and goes with the next start of the browser.

/** One item of the session area, and what of it may be kept on disk. */
interface Copied {
  readonly place: StoredPlace
  /** By which it lies in the copy. */
  readonly key: string
  /** What is to be kept, as it is stored; undefined where nothing can be read. */
  copy(): Promise<unknown>
  /** Stores what was kept, unless something is stored by now. */
  restore(kept: unknown): Promise<void>
}

const copied: readonly Copied[] = [
  copiedItem(openSessionsDefinition, sessions => sessions.filter(({ isPrivate }) => !isPrivate)),
  // A start has it in its sign-in's name.
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

/** Whether the session area belongs to this version of the extension and this start of the browser: it is empty before. */
const settledItem = storedItem<boolean>({
  key: 'settled',
  area: 'session',
  version: 1,
  default: false,
  check: stored => stored === true,
})

/** How long the browser may take to say why the extension has started, in milliseconds. */
const updateTimeoutMs = 1_000
/** How long it may take to tell of its own start after an update that came with it. */
const startAfterUpdate = 300

let settled: Promise<void> = Promise.resolve()

/** Resolves once the session area has what outlives an update. Never rejects. */
export function whenSettled(): Promise<void> {
  return settled
}

/** Has open sessions, their starts and their groups outlive an update of the extension, and nothing outlive the browser. */
export function outliveUpdates(): void {
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
    // What can't be kept is missing after an update, as it is missing in a browser that has just started.
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

/** Why the extension has started, as the browser tells in its first moments. Where it starts with an update, it has started. */
function startReason(): Promise<'update' | 'other'> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve('other'), updateTimeoutMs)
    const end = (reason: 'update' | 'other') => {
      clearTimeout(timer)
      resolve(reason)
    }
    onBrowserStart(() => end('other'))
    onInstall(why => (why === 'update' ? setTimeout(() => end('update'), startAfterUpdate) : end('other')))
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
