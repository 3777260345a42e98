import type { Account } from './accounts'

/** A role that was switched to, as in the request. */
export interface Role {
  readonly account: Account
  /** The name with its path, without a leading slash. */
  readonly name: string
  readonly displayName: string
  /** Six hex digits. */
  readonly color: string
}

const characters = /^(?:[\x21-\x2e\x30-\x7e]+\/)*[\w+=,.@-]{1,64}$/

/**
 * Returns why AWS would refuse `displayName`, if it would. AWS doesn't say how it counts, so this counts in UTF-16,
 * which is stricter.
 */
export function displayNameFault(displayName: string): string | undefined {
  if (displayName === '') return 'displayName is empty'
  return displayName.length > 64 ? 'displayName is longer than 64 characters' : undefined
}

/** Returns why AWS would refuse a role name, if it would. See docs/console.md, “Limits”. */
export function roleNameFault(name: string): string | undefined {
  if (name.startsWith('/')) return 'roleName begins with a slash'
  if (name.length > 64) return 'the role name with its path is longer than 64 characters'
  return characters.test(name) ? undefined : 'roleName is not a role name'
}

export function colorFault(color: string): string | undefined {
  return /^[0-9a-f]{6}$/i.test(color) ? undefined : 'color is not six hex digits'
}

/** Returns `<account>/<role name with path>`, which identifies a role whatever its display name is. */
export function roleKey({ account, name }: Role): string {
  return `${account.id}/${name}`
}

/** Returns the name without the path, which is all that the console shows. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
