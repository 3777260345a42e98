/** What is done by one at a time. Each has a lock of its own, so that none waits for the others. */
type Exclusive = 'storage' | 'session starts' | 'role tabs' | 'asked links' | 'log'

/**
 * Runs `work` while no other page of the extension, nor its background script, runs work of the same kind. Returns its result
 * and passes on its errors.
 */
export function exclusively<Result>(
  work: () => Promise<Result>,
  kind: Exclusive = 'storage',
): Promise<Result> {
  return navigator.locks.request(kind, work)
}
