import type { Profile } from '../config/profile'

/** Where to be signed in for the roles of a base account to be offered. */
export interface Base {
  readonly profile: Profile
  /** 12 digits, or an account alias. */
  readonly account: string
  /** The role or permission set to be signed in with; absent where any will do. */
  readonly roleName?: string
}

/**
 * What a profile is as a base account; undefined where it names no account. `role_name` is the role to be signed in
 * with, and without an account of its own the portal role counts. A `role_arn` names a role to switch to, so any
 * role will do. See docs/configuration.md, “Base accounts”.
 */
export function asBase(profile: Profile): Base | undefined {
  const { account, portal, partition, roleName } = profile
  if (account === undefined) return portal && { profile, ...portal }
  return { profile, account, ...(partition === undefined && roleName !== undefined && { roleName }) }
}
