import { exclusively } from '../browser/exclusively'
import { storedItem } from '../browser/stored-item'
import { deflate } from './deflate'
import { type Version, withVersion } from './version'

/** The last saved texts, latest first. They stay on this computer. */
export const historyItem = storedItem<readonly Version[]>({
  key: 'history',
  area: 'local',
  version: 2,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isVersion) ? stored : undefined),
  // Of the first version every text was saved here.
  migrations: {
    1: stored => (Array.isArray(stored) ? stored.map(one => ({ ...one, here: true })) : undefined),
  },
})

/**
 * Adds a text to the history, unless it is the latest already. Texts that several pages save at the same time are all
 * added, in the order of the calls. Throws what the browser's storage throws.
 */
export async function addToHistory(text: string, roles: number): Promise<void> {
  await exclusively(async () => {
    const reading = await historyItem.get()
    // What a later version of the extension wrote is left alone.
    if (reading.kind !== 'value') return
    const version = { time: Date.now(), roles, data: await deflate(text), here: true }
    const versions = withVersion(reading.value, version)
    if (versions !== reading.value) await historyItem.set(versions)
  })
}

function isVersion(stored: unknown): stored is Version {
  if (typeof stored !== 'object' || stored === null) return false
  const { time, roles, data, here } = stored as Partial<Record<keyof Version, unknown>>
  return (
    typeof time === 'number' &&
    typeof roles === 'number' &&
    typeof data === 'string' &&
    typeof here === 'boolean'
  )
}
