import { isAccountId } from '../aws/account-id'
import { consolePlace } from '../aws/console-place'
import { beforeSignIn } from '../aws/page-before-sign-in'
import { accountOfSession } from '../aws/session-host'
import type { Role } from '../config/resolve/role'

/** A tab that showed a role, as far as Rolecall saw it. Plain data. */
export interface RoleTab extends Pick<Role, 'name' | 'account' | 'roleName'> {
  readonly tab: number
  /** The page that it last showed; absent if the role's portal chose it. */
  readonly page?: string
  /** Id of the multi-session session that it showed, if known. */
  readonly session?: string
}

/** A role whose session has ended in a tab, or is about to, and the page that the tab showed. */
export interface Again {
  readonly role: Role
  readonly page?: string
  /** Id of that session, if known. */
  readonly session?: string
  /** How many other tabs show pages of that session, as far as Rolecall may see them; absent if there are none. */
  readonly others?: number
}

/** Maximum number of tabs kept. */
const maxTabsKept = 50

/** Returns the tabs with one added or renewed, as the latest. */
export function withRoleTab(tabs: readonly RoleTab[], one: RoleTab): readonly RoleTab[] {
  return [...tabs.filter(({ tab }) => tab !== one.tab), one].slice(-maxTabsKept)
}

/**
 * Returns the role that the tab was in and the page that it showed, if `url` is where AWS leads after a session has ended: a
 * page of a sign-in host, or a console page on which nobody is signed in. Undefined if the list has changed that role, or if
 * the address names a session of another account.
 */
export function againIn(
  { id, url }: { readonly id: number; readonly url: string },
  tabs: readonly RoleTab[],
  roles: readonly Role[],
): Again | undefined {
  const known = tabs.find(({ tab }) => tab === id)
  const role = known && roles.find(role => isOf(known, role))
  const here = consolePlace(url)
  const before = here ? { page: url, place: here } : beforeSignIn(url)
  if (!role || !before) return undefined
  const session = before.place?.session ?? known.session
  const account = session && accountOfSession(session)
  if (account !== undefined && isAccountId(role.account) && account !== role.account) return undefined
  const page = before.page ?? known.page
  return { role, ...(page !== undefined && { page }), ...(session !== undefined && { session }) }
}

function isOf({ name, account, roleName }: RoleTab, role: Role): boolean {
  return role.name === name && role.account === account && role.roleName === roleName
}
