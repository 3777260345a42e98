/**
 * Returns a role's name as a list names it: without its path. For an Identity Center role,
 * `AWSReservedSSO_<permission set>_<16 hex digits>`, returns the permission set. Source: docs/console.md, “Page facts”.
 */
export function plainRoleName(roleName: string): string {
  const name = roleName.slice(roleName.lastIndexOf('/') + 1)
  return /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name)?.[1] ?? name
}

/** The longest role name that the console's Switch Role accepts, including its path. Source: docs/console.md, “Limits”. */
export const maxSwitchNameLength = 64

/** Whether the console's Switch Role refuses the role because its path and name are too long. */
export function isTooLongToSwitch(roleName: string): boolean {
  return roleName.length > maxSwitchNameLength
}
