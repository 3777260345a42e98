import { compareAccounts, namedAccount } from '../aws/compare-accounts'
import type { ConsolePlace } from '../aws/console-place'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { inOrder } from '../roles/order'
import { partitionOf } from '../roles/partition-of'
import { accountInPage } from './read-link'
import type { Place } from './roles-for'

/** More would push the rest of the menu out of view. */
const maxRoles = 3

/**
 * Returns the best roles in the account that the page's address names, each in the page's own region; none unless that is
 * certainly another account than the session's. The page is then most likely somebody else's link, and says “not found”.
 */
export function rolesForAddress(
  url: string,
  session: Session,
  place: ConsolePlace | undefined,
  { roles, habits }: Pick<Place, 'roles' | 'habits'>,
): readonly Role[] {
  const account = accountInPage(url)
  if (account === undefined) return []
  const known = namedAccount(account, undefined)
  if (compareAccounts(session.switched?.account ?? session.base, known) !== 'different') return []
  const inAccount = roles.filter(
    role => role.account === account && partitionOf(role, session) === session.partition,
  )
  const { region } = place ?? {}
  return inOrder(inAccount, 'frequent', habits, url)
    .slice(0, maxRoles)
    .map(role => ({ ...role, ...(region && { region }) }))
}
