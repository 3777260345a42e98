import type { Role } from '../../src/config/resolve/role'
import type { Facts } from '../menu-data'
import type { MenuToUse } from '../menu-to-use'

/** The menu, as far as several roles need it. */
export interface SeveralMenu extends Pick<MenuToUse, 'getState' | 'dispatch' | 'choose'> {
  /** Returns the data for a choice: `page`, or else what is pasted, takes the page's place. */
  aimed(page?: string): Facts | undefined
  /** Returns the role in the region that is typed, if any; undefined if there is no such region. */
  inTypedRegion(role: Role): Promise<Role | undefined>
  /** Changes the data behind the menu. */
  learn(change: Partial<Facts>): void
}
