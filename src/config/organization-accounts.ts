import { isAccountId } from './account-id'
import { addProfile } from './edit-profile'
import { asOneLine, type OneLine } from './one-line'
import { emptyForm, type RoleForm } from './role-form'

/** An account of an organization. */
export interface OrganizationAccount {
  /** 12 digits. */
  readonly id: OneLine
  readonly name: OneLine
}

export interface AccountsOptions {
  readonly roleName: string
  /** The base account's profile; '' for none. */
  readonly sourceProfile: string
  /** `by-name`: red for production, orange for staging and tests, green for development and sandboxes. */
  readonly colors: 'by-name' | 'none'
}

/** The role that AWS Organizations makes in each account that it creates. Source: its user guide, “Accessing member accounts”. */
export const organizationRole = 'OrganizationAccountAccessRole'

const colorRules: readonly (readonly [name: RegExp, color: string])[] = [
  [/prod|prd|live/i, '#d13212'],
  [/stag|stg|test|uat|qa/i, '#ff9900'],
  [/dev|sandbox|play|lab/i, '#1d8102'],
]

/**
 * The accounts that `aws organizations list-accounts` printed, in its order, without those that are closed or
 * suspended. Undefined where the text is something else. Source: AWS CLI command reference.
 */
export function readAccounts(text: string): readonly OrganizationAccount[] | undefined {
  if (!/^\uFEFF?\s*[[{]\s*["{]/.test(text)) return undefined
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
  const list: unknown = Array.isArray(json) ? json : (json as { readonly Accounts?: unknown }).Accounts
  return Array.isArray(list) ? list.flatMap(account) : undefined
}

/** A configuration with a section for each account. Of two accounts of one name, the second has its id in the name. */
export function accountsText(
  accounts: readonly OrganizationAccount[],
  { roleName, sourceProfile, colors }: AccountsOptions,
): string {
  const names = new Set<string>()
  return accounts
    .map(({ id, name }): RoleForm => {
      const unused = names.has(name) ? `${name} ${id}` : name
      names.add(unused)
      const color = colors === 'none' ? '' : (colorRules.find(([rule]) => rule.test(name))?.[1] ?? '')
      return { ...emptyForm, name: unused, account: id, roleName, sourceProfile, color }
    })
    .map(form => addProfile('', form).text)
    .join('\n')
}

function account(entry: unknown): readonly OrganizationAccount[] {
  if (typeof entry !== 'object' || entry === null) return []
  const { Id: id, Name: name, Status, State } = entry as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || !isAccountId(id)) return []
  const state = State ?? Status ?? 'ACTIVE'
  // A name of other characters than these could say more than a name in the text.
  const plain = asOneLine(typeof name === 'string' ? name : '')
  return state === 'ACTIVE' ? [{ id, name: plain === '' ? id : plain }] : []
}
