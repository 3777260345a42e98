import type { FoundAccount } from '../found'

/** One permission set in one account of a portal. */
export interface FoundRole {
  readonly account: FoundAccount
  readonly roleName: string
}

/** Returns what identifies a role: an account belongs to one organization, whichever of a portal’s addresses leads there. */
export function roleKey(account: string, roleName: string): string {
  return `${account} ${roleName}`
}

/** Returns the number of roles in all accounts. */
export function countRoles(accounts: readonly Pick<FoundAccount, 'roles'>[]): number {
  return accounts.reduce((sum, { roles }) => sum + roles.length, 0)
}
