import { plainRoleName } from '../src/aws/role-name'
import type { Role } from '../src/config/resolve/role'
import { isCurrent } from '../src/roles/is-current'
import type { LinkedRole } from '../src/roles/role-link'
import type { Facts } from './menu-data'
import type { Panel } from './state'

/**
 * Returns the panel that asks whether to see the page in the role that its address names; undefined if the address names
 * none, or the current one. A role of the list has its name and color, even if it isn't available here; any other has its own
 * name.
 */
export function linkPanel({ consoleTab, list }: Facts, offered: readonly Role[]): Panel | undefined {
  if (consoleTab?.linked === undefined) return undefined
  const { linked, session, url } = consoleTab
  const { host } = new URL(url)
  if (linked === 'malformed') return { kind: 'link', host }
  const isMeant = (role: Role) => isLinked(role, linked)
  const role = offered.find(isMeant) ??
    list.targets.roles.find(isMeant) ?? { ...linked, name: plainRoleName(linked.roleName) }
  return isCurrent(role, session) ? undefined : { kind: 'link', role, host }
}

function isLinked({ portal, account, accountAlias, roleName }: Role, linked: LinkedRole): boolean {
  const isAccount = account === linked.account || accountAlias === linked.account
  return portal === undefined && roleName === linked.roleName && isAccount
}
