import { browser } from './api'
import { within } from './within'

/** What an administrator has set for the extension, by name. Nothing about the values is certain. */
export type Managed = Readonly<Record<string, unknown>>

/**
 * What `storage.managed` gives: nothing where there is no policy, for which Firefox rejects. Rejects where the browser
 * gives no answer. Firefox reads its policies once, at its start; Chromium tells of a change.
 */
export function readManaged(): Promise<Managed> {
  return within(Promise.resolve(browser.storage.managed?.get(null)).then(asObject, () => ({})))
}

function asObject(given: unknown): Managed {
  return typeof given === 'object' && given !== null ? { ...given } : {}
}
