import { storedItem } from '../browser/stored-item'
import type { FoundPortal } from './found'

/** What was found in each access portal, newest last, one for each URL. Gone when the browser exits. */
export const foundPortals = storedItem<readonly FoundPortal[]>({
  key: 'foundPortals',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (Array.isArray(stored) ? stored : undefined),
})
