import type { Account } from './accounts'

/** A role that was switched to, as it was asked for. */
export interface Role {
  readonly account: Account
  /** With its path, without a leading slash. */
  readonly name: string
  readonly displayName: string
  /** Six hex digits. */
  readonly color: string
}

const characters = /^(?:[\x21-\x2e\x30-\x7e]+\/)*[\w+=,.@-]{1,64}$/

/** Why `displayName` is refused, if it is. AWS doesn't say how it counts: the stricter UTF-16 is taken. */
export function displayNameFault(displayName: string): string | undefined {
  if (displayName === '') return 'displayName is empty'
  return displayName.length > 64 ? 'displayName is longer than 64 characters' : undefined
}

/** Why a role name is refused, if it is; see docs/console.md, “Limits”. */
export function roleNameFault(name: string): string | undefined {
  if (name.startsWith('/')) return 'roleName begins with a slash'
  if (name.length > 64) return 'the role name with its path is longer than 64 characters'
  return characters.test(name) ? undefined : 'roleName is not a role name'
}

export function colorFault(color: string): string | undefined {
  return /^[0-9a-f]{6}$/i.test(color) ? undefined : 'color is not six hex digits'
}

/** `<account>/<role name with path>`: the same for the same role, whatever it is displayed as. */
export function roleKey({ account, name }: Role): string {
  return `${account.id}/${name}`
}

/** The name without the path, which is all that the console shows. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
