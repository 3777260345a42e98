import { recur } from '../browser/background-events'
import { anythingManaged, anythingSynced } from '../browser/storage-change'
import { settingsItem } from '../settings/settings'
import { configurationItem } from '../storage/list-items'
import { longestWait } from './decide'
import { synchronise } from './synchronise'
import { thisMachine } from './this-machine'

/** Keeps the text in force and the one in sync in step, from now on. */
export function keepInStep(): void {
  recur({
    name: 'synchronise',
    work: () => synchronise(thisMachine),
    safety: 60_000,
    longest: longestWait,
    // Not what it writes itself with each attempt: that would call it for ever.
    concerns: change =>
      change.isOf(anythingSynced, anythingManaged, configurationItem.place, settingsItem.place),
  })
}
