import { onStart } from '../browser/background-events'
import { exclusively } from '../browser/locks'
import { type Managed, onManagedChange, readManaged } from '../browser/storage-areas'
import { valueIn } from '../browser/stored-item'
import { changeable } from './policy'
import { policyItem, settingNames } from './settings'

/** Keeps the menu's copy of the administrator's settings in step with the browser's policies. */
export function registerPolicyCopy(): void {
  const copy = () => void copyPolicy().catch(() => {})
  onStart(copy)
  onManagedChange(copy)
}

/** Only the settings: a team's headers may be secret. */
async function copyPolicy(): Promise<void> {
  const managed = await readManaged()
  const names = [...settingNames, changeable]
  const fresh: Managed = Object.fromEntries(Object.entries(managed).filter(([name]) => names.includes(name)))
  await exclusively(async () => {
    const before = valueIn(await policyItem.get())
    if (JSON.stringify(before) !== JSON.stringify(fresh)) await policyItem.set(fresh)
  })
}
