import { exclusively } from '../browser/locks'
import { onManagedChange, readManaged } from '../browser/storage-areas'
import type { Reading } from '../browser/stored-item'
import { type ChosenSettings, type Settings, settingsInForce, settingsItem } from './settings'

/**
 * Calls `listener` with the effective settings now and whenever they change, in any window, until `signal` aborts.
 * @throws if the first read fails.
 */
export async function followSettings(
  listener: (settings: Reading<Settings>) => void,
  signal: AbortSignal,
): Promise<void> {
  const tell = async (reading: Reading<ChosenSettings>) => {
    if (reading.kind !== 'value') return listener(reading)
    listener({ kind: 'value', value: settingsInForce(reading.value, await readManaged()) })
  }
  await settingsItem.follow(reading => void tell(reading).catch(() => {}), signal)
  onManagedChange(
    () =>
      void settingsItem
        .get()
        .then(tell)
        .catch(() => {}),
    signal,
  )
}

/** Stores what the user has chosen, merged with earlier choices from any window. */
export function chooseSettings(chosen: ChosenSettings): Promise<void> {
  return exclusively(async () => {
    const before = await settingsItem.get()
    // Leaves data from a later version of the extension alone.
    if (before.kind === 'value') await settingsItem.set({ ...before.value, ...chosen })
  })
}
