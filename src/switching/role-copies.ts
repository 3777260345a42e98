import { isAccountId } from '../aws/account-id'
import type { ConsolePlace } from '../aws/console-place'
import { type Partition, signInHosts } from '../aws/partitions'
import { portalLink } from '../aws/portal'
import type { Role } from '../config/resolve/role'
import type { Shell } from '../lib/shell'
import { roleLink } from '../roles/role-link'
import { shownName } from './switch-request'
import { type CommandKind, profileCommands, type SignIn, signInCommand } from './terminal-commands'

export type CopyKind =
  | 'account'
  | 'arn'
  | CommandKind
  /** Link to a page in the role: for people with Rolecall, or, for a portal role, for everybody. */
  | 'page-link'
  /** Link to wherever a portal role's portal leads. */
  | 'portal-link'
  /** Link to AWS's own switch form. */
  | 'link'

/** Something that can be copied for a role. */
export interface RoleCopy {
  readonly kind: CopyKind
  readonly text: string
}

/**
 * Returns what can be copied for a role in a console of `partition`.
 * - The account, and the ARN, which needs the account's id. Only AWS knows the ARN of an Identity Center role.
 * - Commands that use its profile's name in a terminal, and the one that signs in to `signIn`, for `shell`.
 * - Links to the console page at `page`, if given, in the role, and to AWS's own switch form; for a portal role, a link to
 * the page or, from elsewhere, to the portal only.
 * Source of the form's parameters: docs/console.md, “Links that need no extension”.
 */
export function roleCopies(
  role: Role,
  partition: Partition,
  page?: string,
  shell: Shell = 'posix',
  signIn?: SignIn,
): readonly RoleCopy[] {
  const { name, account, roleName, portal } = role
  const arn = `arn:${role.partition ?? partition}:iam::${account}:role/${roleName}`
  const hasArn = portal === undefined && isAccountId(account)
  return [
    { kind: 'account', text: account },
    ...(hasArn ? [{ kind: 'arn', text: arn } as const] : []),
    ...signInCommand(signIn, shell),
    ...profileCommands(name, shell),
    ...(portal === undefined
      ? switchLinks(role, partition, page)
      : [portalCopy({ ...role, portal }, partition, page)]),
  ]
}

/** A portal in another partition than the page's doesn't lead to the page. */
function portalCopy(
  role: Role & { readonly portal: string },
  partition: Partition,
  page: string | undefined,
): RoleCopy {
  const destination = (role.partition ?? 'aws') === partition ? page : undefined
  return {
    kind: destination === undefined ? 'portal-link' : 'page-link',
    text: portalLink({ url: role.portal }, role, destination),
  }
}

function switchLinks(role: Role, partition: Partition, page: string | undefined): readonly RoleCopy[] {
  return [
    ...(page === undefined ? [] : [{ kind: 'page-link', text: roleLink(page, role) } as const]),
    { kind: 'link', text: formLink(role, { partition, family: 'first' }) },
  ]
}

/**
 * Returns a link to AWS's own switch form, filled in for the role, on one of the place's sign-in hosts or on the given one.
 */
export function formLink(
  { name, account, roleName, color }: Role,
  { partition, family, region }: ConsolePlace,
  signInHost?: string,
): string {
  const [host] = signInHosts(partition, family, region)
  const form = new URL(`https://${signInHost ?? host}/switchrole`)
  const parameters = { account, roleName, displayName: shownName(name), ...(color && { color }) }
  for (const [parameter, value] of Object.entries(parameters)) form.searchParams.set(parameter, value)
  return form.href
}
