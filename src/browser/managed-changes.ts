import { onStorageChange } from './events'

/** Calls `listener` when an administrator has changed something, until `signal` aborts, if one is given. */
export function onManagedChange(listener: () => void, signal?: AbortSignal): void {
  onStorageChange((_, area) => {
    if (area === 'managed' && !signal?.aborted) listener()
  })
}
