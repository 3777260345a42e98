import type { FoundPortal } from '../../src/portal/found'
import type { Surface } from '../browsers/driver'

declare const chrome: { readonly storage: { readonly session: { set(items: object): Promise<void> } } }

/** Stores what was found in portals, as a scan in a portal's tab does. Needs a page of the extension. */
export function storeFound(page: Surface, ...found: readonly FoundPortal[]): Promise<void> {
  return page.evaluate(
    found => chrome.storage.session.set({ foundPortals: { version: 1, value: found } }),
    found as readonly unknown[],
  )
}
