import { isAccountId } from '../../src/aws/account-id'
import type { Partition } from '../../src/aws/partitions'
import type { Session } from '../../src/aws/session'
import type { Profile } from '../../src/config/parse/profile'
import type { HiddenReason, Role } from '../../src/config/resolve/role'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { dashedAccount } from '../../src/lib/dashed-account'
import { switchable } from '../../src/roles/switchable'
import { maxSwitches, throughPortals } from '../../src/roles/through-portals'
import { counted, inert } from '../sentences'

/** Who is signed in. */
export interface SignedIn {
  /** 12 digits, or an alias. */
  readonly account: string
  /** Undefined for a user. */
  readonly roleName: string | undefined
  readonly partition: Partition
}

export interface Offered {
  readonly signedIn: { readonly account: string; readonly role?: string; readonly partition: Partition }
  readonly offered: readonly {
    readonly name: string
    readonly account: string
    readonly role: string
    readonly portal?: string
    /** The profiles that the menu opens first, because the role isn't available where the user is signed in. */
    readonly through?: readonly string[]
  }[]
  readonly hidden: readonly { readonly name: string; readonly reason: string }[]
}

/** Returns what the menu offers someone who is signed in, by the menu's own rules, and why it doesn't offer the rest. */
export function offeredTo({ account, roleName, partition }: SignedIn, profiles: readonly Profile[]): Offered {
  const session: Session = {
    partition,
    mode: { kind: 'classic' },
    signInHost: 'signin.aws.amazon.com',
    base: isAccountId(account) ? { id: account } : { alias: account },
    ...(roleName !== undefined && { signedInRole: roleName }),
  }
  const targets = targetRoles(profiles)
  const options = { onlyMatchingRoles: false }
  const { roles, hidden, steps } = throughPortals(targets, switchable(targets, session, options), options)
  const shown = new Set(targets.roles.map(({ name }) => name))
  const others = profiles.filter(({ name }) => !shown.has(name))
  return {
    signedIn: { account, ...(roleName !== undefined && { role: roleName }), partition },
    offered: roles.map(({ name, account, roleName, portal }: Role) => ({
      name,
      account,
      role: roleName,
      ...(portal !== undefined && { portal }),
      ...(steps.has(name) && { through: steps.get(name)?.map(step => step.name) ?? [] }),
    })),
    hidden: [
      ...hidden.map(({ name, reason }) => ({ name, reason: reasonSentence(reason) })),
      ...others.map(profile => ({ name: profile.name, reason: whyNoRole(profile) })),
    ],
  }
}

/** Returns it as a text. */
export function offeredText({ signedIn, offered, hidden }: Offered): string {
  const { account, role } = signedIn
  const who = role === undefined ? dashedAccount(account) : `${dashedAccount(account)} as ${role}`
  const lines = [
    `Signed in to ${who}, the menu offers ${counted(offered.length, 'role')}${offered.length > 0 ? ':' : '.'}`,
    ...offered.map(({ name, account, role, portal, through }) => {
      const where = `${role} in ${dashedAccount(account)}`
      const way = through?.join(' and ') ?? portal
      return `  ${name}: ${where}${way === undefined ? '' : `, through ${way}`}`
    }),
    ...(hidden.length > 0 ? ['', `It doesn’t offer ${counted(hidden.length, 'profile')}:`] : []),
    ...hidden.map(({ name, reason }) => `  ${name}: ${reason}`),
  ]
  return `${lines.map(inert).join('\n')}\n`
}

function reasonSentence(reason: HiddenReason): string {
  switch (reason.kind) {
    case 'other-base': {
      const where = `${reason.base} (${dashedAccount(reason.account)})`
      return reason.nearMiss?.kind === 'maybe'
        ? `Its base account is ${where}. Whether that’s the same account isn’t known: add aws_account_alias to ${reason.base}.`
        : `Its base account is ${where}.`
    }
    case 'other-signed-in-role':
      return `Its base account ${reason.base} is for those who are signed in as ${reason.roleName}.`
    case 'other-partition':
      return reason.base === undefined
        ? `It’s in the partition ${reason.partition}.`
        : `Its base account ${reason.base} is in the partition ${reason.partition}.`
    case 'other-role-name':
      return `It has another name than ${reason.roleName}.`
    case 'too-many-switches':
      return `It’s more than ${counted(maxSwitches, 'switch', 'switches')} away from the portal role ${reason.portal}.`
    case 'no-session':
      return 'It needs a sign-in.'
  }
}

function whyNoRole({ account, portal }: Profile): string {
  if (portal) return 'It’s a portal role, but nothing says which access portal opens it.'
  return account === undefined ? 'It has no account.' : 'It’s a base account, not a role to switch to.'
}
