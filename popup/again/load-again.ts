import type { Tab } from '../../src/browser/tabs'
import type { Role } from '../../src/config/resolve/role'
import { type Again, againIn } from '../../src/sessions/role-tabs'
import { readRoleTabs } from '../../src/sessions/stored-role-tabs'

/** Returns the role that the tab was in, if its page is where AWS leads after a session has ended. Never throws. */
export async function loadAgain(
  { id, url = '' }: Pick<Tab, 'id' | 'url'>,
  roles: readonly Role[],
): Promise<Again | undefined> {
  return againIn({ id, url }, await readRoleTabs(), roles)
}
