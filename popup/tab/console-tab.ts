import type { ConsolePlace } from '../../src/aws/console-place'
import type { Session } from '../../src/aws/session'
import type { Tab } from '../../src/browser/tabs'
import type { LinkedRole } from '../../src/roles/role-link'
import type { PageFailure } from './read-tab'

/** The page that a switch is posted from. */
export interface ConsoleTab {
  readonly tab: Tab
  /** The page's address; for a link to it in a role, without the part that names the role. */
  readonly url: string
  readonly place: ConsolePlace
  readonly session: Session
  /** The page to open in place of this one. */
  readonly to?: string
  /** The role that the address asks for. */
  readonly linked?: LinkedRole | 'malformed'
}

/** A console page that can't be posted from, or not yet. */
export interface BlockedTab extends Omit<ConsoleTab, 'session'> {
  readonly pageFailure: PageFailure
}
