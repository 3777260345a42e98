import { portalAt } from '../../src/aws/portal'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import type { FoundAccount, FoundPortal } from '../../src/portal/found'
import type { Scan } from '../../src/portal/scan'
import type { ParsedList } from '../../src/storage/list-items'
import { isListedIn } from './count-found'
import type { PortalMenu } from './portal-menu'

/** Returns the menu with what is stored about its portal. */
export function inPortal(
  menu: PortalMenu,
  found: readonly FoundPortal[] | undefined,
  scan: Scan | undefined,
): PortalMenu {
  const { url } = menu
  return {
    ...menu,
    found: found?.find(portal => portal.url === url),
    scan: scan?.found.url === url ? scan : undefined,
  }
}

/** Returns the list with the roles that were found in the portal and aren't in it, after its own. */
export function withFoundRoles(list: ParsedList, { found, listed }: PortalMenu): ParsedList {
  if (!found) return list
  return { ...list, targets: { ...list.targets, roles: [...listed, ...foundRoles(found, listed)] } }
}

function foundRoles(found: FoundPortal, listed: readonly Role[]): readonly Role[] {
  const isListed = isListedIn(listed)
  const partition = portalAt(found.url)?.partition
  const shared = sharedNames(found.accounts)
  const names = new Set(listed.map(({ name }) => name))
  // In an empty list, it would stand in every row.
  const description = listed.length > 0 ? message('portal_notInList') : undefined
  return found.accounts.flatMap(account =>
    account.roles
      .filter(roleName => !isListed(account.id, roleName))
      .map((roleName): Role => {
        const name = `${displayName(account, shared)} / ${roleName}`
        return {
          // A name is a row's identity.
          name: names.has(name) ? `${name} (${account.id})` : name,
          account: account.id,
          roleName,
          portal: found.url,
          ...(partition && { partition }),
          ...(description !== undefined && { description }),
        }
      }),
  )
}

function displayName({ id, name }: FoundAccount, shared: ReadonlySet<string>): string {
  if (name === '') return id
  return shared.has(name) ? `${name} (${id})` : name
}

/** Returns the names that several accounts have. */
export function sharedNames(accounts: readonly FoundAccount[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(
    accounts.flatMap(({ name }) => {
      if (name === '' || !seen.has(name)) {
        seen.add(name)
        return []
      }
      return name
    }),
  )
}
