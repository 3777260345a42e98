import { exclusively } from '../browser/locks'
import { onManagedChange, readManaged } from '../browser/managed'
import type { Reading } from '../browser/stored-item'
import { type ChosenSettings, type Settings, settingsInForce, settingsItem } from './settings'

/**
 * Calls `listener` with the settings that count and then whenever they change, in whatever window, until `signal`
 * aborts. Rejects where the first can't be had.
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

/** Keeps what the user has chosen now beside what was chosen before, in whatever window. Throws what the browser's storage throws. */
export function chooseSettings(chosen: ChosenSettings): Promise<void> {
  return exclusively(async () => {
    const before = await settingsItem.get()
    // What a later version of the extension wrote is left alone.
    if (before.kind === 'value') await settingsItem.set({ ...before.value, ...chosen })
  })
}
