import { registerRecurring } from '../browser/background-events'
import { anythingManaged, anythingSynced } from '../browser/storage-areas'
import { settingsItem } from '../settings/settings'
import { listItem } from '../storage/list-item'
import { maxRefusedWaitMs } from './decide'
import { synchronize } from './synchronize'
import { thisMachine } from './this-machine'

/** Keeps the text in use and the one in sync in step, from now on. */
export function registerSync(): void {
  registerRecurring({
    name: 'synchronize',
    work: () => synchronize(thisMachine),
    safety: 60_000,
    longest: maxRefusedWaitMs,
    // Ignores what it writes itself with each attempt, which would call it forever.
    concerns: change => change.isOf(anythingSynced, anythingManaged, listItem.place, settingsItem.place),
  })
}
