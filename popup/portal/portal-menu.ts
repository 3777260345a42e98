import type { Role } from '../../src/config/resolve/role'
import type { FoundPortal } from '../../src/portal/found'
import type { Scan } from '../../src/portal/scan'

/** What the menu knows about the access portal on whose page it was opened. */
export interface PortalMenu {
  /** The portal's URL as a list writes it. */
  readonly url: string
  readonly tab: number
  /** The list's own roles. The menu also has those that were found. */
  readonly listed: readonly Role[]
  /** What is known of the portal. */
  readonly found: FoundPortal | undefined
  /** The last search, if it was of this portal. */
  readonly scan: Scan | undefined
}
