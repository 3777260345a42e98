import { isSamePortal } from '../../aws/portal'
import { portalAddresses } from '../../config/parse/portal-profiles'
import type { Profile } from '../../config/parse/profile'
import type { Role } from '../../config/resolve/role'
import { targetRoles } from '../../config/resolve/target-roles'
import type { FoundAccount, FoundPortal } from '../found'
import { addressesOf, allRoles, type FoundRole, isOfPortal, missingRoles, roleKey } from './found-role'
import { accountPart, nameKey, rolePart } from './names'

/** A role of a list that the portal no longer has. */
export interface GoneRole {
  /** The profile's name. */
  readonly name: string
  /** 12 digits. */
  readonly account: string
  readonly roleName: string
}

/** An account whose name in the portal differs from the one that the list’s names were made from. */
interface RenamedAccount {
  readonly id: string
  /** As the list’s names have it. */
  readonly before: string
  readonly now: string
}

/** What a list has of a portal. */
export interface FoundComparison {
  /** What the list doesn’t have, in the portal’s order. */
  readonly fresh: readonly FoundRole[]
  /** How many of the found roles it has. */
  readonly known: number
  /** In the list’s order. Empty unless everything in the portal was found. */
  readonly gone: readonly GoneRole[]
  /**
   * How many of its roles weren’t found, but lead to another address with the same accounts. That is probably another name
   * of this portal, but nothing says so for sure.
   */
  readonly elsewhere: number
  readonly renamed: readonly RenamedAccount[]
}

/**
 * Compares what was found in a portal with a list’s portal roles. An account belongs to one organization, so its id and a
 * permission set’s name identify a role, whichever of the portal’s addresses the list uses. A role is only called gone if
 * its address is certainly this portal’s: the same one, or one of the same instance.
 */
export function compareFound(found: FoundPortal, profiles: readonly Profile[]): FoundComparison {
  const own = new Map<string, Profile>()
  for (const profile of profiles) {
    const { portal } = profile
    if (portal && !own.has(roleKey(portal.account, portal.roleName)))
      own.set(roleKey(portal.account, portal.roleName), profile)
  }
  const all = allRoles(found)
  const { roles } = targetRoles(profiles)
  const missing = missingRoles(found, roles)
  const isHere = (role: Role) => isOfPortal(role, found.url)
  const absent = new Set(missing)
  const shared = new Set(roles.filter(role => !absent.has(role)).flatMap(addressesOf))
  return {
    fresh: all.filter(({ account, roleName }) => !own.has(roleKey(account.id, roleName))),
    known: all.filter(({ account, roleName }) => own.has(roleKey(account.id, roleName))).length,
    gone: missing.filter(isHere).map(({ name, account, roleName }) => ({ name, account, roleName })),
    elsewhere: missing.filter(role => !isHere(role) && addressesOf(role).some(url => shared.has(url))).length,
    renamed: renamedAccounts(found.accounts, own),
  }
}

/** Whether a profile’s portal has an address of the same instance as `url`. */
export function leadsTo({ portal }: Profile, url: string): boolean {
  return portal?.url !== undefined && portalAddresses(portal.url).some(address => isSamePortal(address, url))
}

/**
 * Returns the accounts that the list’s names call otherwise. Only names that were made from an account and a role count, and
 * only if others in the list still match: a user’s own names say nothing about the account’s.
 */
function renamedAccounts(
  accounts: readonly FoundAccount[],
  own: ReadonlyMap<string, Profile>,
): readonly RenamedAccount[] {
  for (const separator of ['-', '/']) {
    let matching = 0
    const renamed = accounts.flatMap(account => {
      const parts = account.roles.flatMap(roleName => {
        const name = nameKey(own.get(roleKey(account.id, roleName))?.name ?? '')
        const end = nameKey(`${separator}${rolePart(roleName)}`)
        return name === '' ? [] : name.endsWith(end) ? name.slice(0, -end.length) : ''
      })
      const [before = ''] = parts
      const expected = nameKey(accountPart(account))
      const isExpected = (part: string) =>
        part === expected || part === account.id || part === `${expected}-${account.id}`
      matching += parts.filter(isExpected).length
      const isOne = before !== '' && parts.every(part => part === before) && account.name !== ''
      return isOne && !isExpected(before) ? { id: account.id, before, now: account.name } : []
    })
    if (matching > 0) return renamed
  }
  return []
}
