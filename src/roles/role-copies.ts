import { defaultSignInHost, type Partition } from '../console/partitions'
import { shownName } from '../console/switch-request'
import type { Role } from './role'
import { shellWord } from './shell-word'

export type CopyKind = 'account' | 'arn' | 'aws-vault' | 'aws' | 'export' | 'link'

/** Something to copy of a role. */
export interface RoleCopy {
  readonly kind: CopyKind
  readonly text: string
}

/**
 * What can be copied of a role in a console of `partition`: account, ARN (which needs the account's id), what takes its
 * profile's name in a terminal, and the link to AWS's own switch form. The form's parameters: docs/console.md, “Links”.
 */
export function roleCopies(role: Role, partition: Partition): readonly RoleCopy[] {
  const { name, account, roleName, color } = role
  const profile = shellWord(name)
  const link = new URL(`https://${defaultSignInHost(partition)}/switchrole`)
  const parameters = { account, roleName, displayName: shownName(name), ...(color && { color }) }
  for (const [parameter, value] of Object.entries(parameters)) link.searchParams.set(parameter, value)
  const arn = `arn:${role.partition ?? partition}:iam::${account}:role/${roleName}`
  return [
    { kind: 'account', text: account },
    ...(/^\d{12}$/.test(account) ? [{ kind: 'arn', text: arn } as const] : []),
    { kind: 'aws-vault', text: `aws-vault exec ${profile} --` },
    { kind: 'aws', text: `aws --profile ${profile}` },
    { kind: 'export', text: `export AWS_PROFILE=${profile}` },
    { kind: 'link', text: link.href },
  ]
}
