import type { Profile } from '../config/profile'
import type { Session } from '../console/session'

/** The profiles that others name as their `source_profile` and that name an account, in file order. */
export function baseAccounts(profiles: readonly Profile[]): readonly Profile[] {
  const named = new Set(profiles.map(({ sourceProfile }) => sourceProfile))
  return profiles.filter(({ name, account }) => account !== undefined && named.has(name))
}

/** The session of someone who is signed in to the base account in the way that its profile wants. */
export function sessionIn({ account, accountAlias, partition, roleName }: Profile): Session {
  const id = account !== undefined && /^\d{12}$/.test(account) ? account : undefined
  const alias = accountAlias ?? (id === undefined ? account : undefined)
  return {
    partition: partition ?? 'aws',
    mode: { kind: 'classic' },
    signInHost: 'signin.aws.amazon.com',
    base: { ...(id !== undefined && { id }), ...(alias !== undefined && { alias }) },
    ...(roleName !== undefined && { signedInRole: roleName.slice(roleName.lastIndexOf('/') + 1) }),
  }
}

/** The session of someone who is signed in to an account that no profile names. */
export const sessionElsewhere: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: {},
}
