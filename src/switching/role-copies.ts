import { isAccountId } from '../aws/account-id'
import type { ConsolePlace } from '../aws/console-place'
import { type Partition, signInHosts } from '../aws/partitions'
import { portalLink } from '../aws/portal'
import type { Role } from '../config/resolve/role'
import type { Shell } from '../lib/shell'
import { argument, assignment } from '../lib/shell-word'
import { roleLink } from '../roles/role-link'
import { shownName } from './switch-request'

export type CopyKind =
  | 'account'
  | 'arn'
  | 'aws-vault'
  | 'aws'
  | 'export'
  /** To a page in the role: for people with Rolecall, or, of a portal role, for everybody. */
  | 'page-link'
  /** Of a portal role, to wherever its portal leads. */
  | 'portal-link'
  /** To AWS's own switch form. */
  | 'link'

/** Something to copy of a role. */
export interface RoleCopy {
  readonly kind: CopyKind
  readonly text: string
}

/**
 * What can be copied of a role in a console of `partition`: account, ARN (which needs the account's id), what takes its
 * profile's name in a terminal, unless `shell` can't be given the name safely, and links: to the console page at `page`, where one is given, in the role, and to AWS's own
 * switch form; of a portal role to the page or, from elsewhere, to the portal alone. The form's parameters: docs/console.md, “Links that need no extension”. Of an Identity Center role only AWS knows the ARN.
 */
export function roleCopies(
  role: Role,
  partition: Partition,
  page?: string,
  shell: Shell = 'posix',
): readonly RoleCopy[] {
  const { name, account, roleName, portal } = role
  const arn = `arn:${role.partition ?? partition}:iam::${account}:role/${roleName}`
  const hasArn = portal === undefined && isAccountId(account)
  return [
    { kind: 'account', text: account },
    ...(hasArn ? [{ kind: 'arn', text: arn } as const] : []),
    ...commands(name, shell),
    ...(portal === undefined
      ? switchLinks(role, partition, page)
      : [portalCopy({ ...role, portal }, partition, page)]),
  ]
}

function commands(name: string, shell: Shell): readonly RoleCopy[] {
  const profile = argument(name, shell)
  const exported = assignment('AWS_PROFILE', name, shell)
  return [
    ...(profile === undefined
      ? []
      : ([
          { kind: 'aws-vault', text: `aws-vault exec ${profile} --` },
          { kind: 'aws', text: `aws --profile ${profile}` },
        ] as const)),
    ...(exported === undefined ? [] : [{ kind: 'export', text: exported } as const]),
  ]
}

/** A portal of another partition than the page's doesn't lead to the page. */
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

/** The link to AWS's own switch form, filled in for the role, on a sign-in host of the place's or on the one given. */
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
