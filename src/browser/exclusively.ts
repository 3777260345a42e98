/** Runs `work` while no other page of the extension's, nor its background script, does. Gives and throws what it does. */
export function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('storage', work)
}
