/** The most accounts that are kept of one portal. An organization has a few thousand at most. */
export const maxFoundAccounts = 10_000
/** The most permission sets that are kept of one account. */
export const maxFoundRoles = 500
/** The most characters of an account's name. AWS allows 50. */
export const maxFoundNameLength = 200

/** Whether a text is a permission set's name as Identity Center allows it. Source: `CreatePermissionSet`, `Name`; IAM allows 64. */
export function isPermissionSet(text: string): boolean {
  return /^[\w+=,.@-]{1,64}$/.test(text)
}
