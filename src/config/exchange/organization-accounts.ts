import { addProfile } from '../edit/edit-profile'
import { emptyForm, type RoleForm } from '../edit/role-form'
import type { OrganizationAccount } from './accounts/read-accounts'
import { purposeColors, purposeOf } from './purpose-by-name'

export interface AccountsOptions {
  readonly roleName: string
  /** The base account's profile; '' for none. */
  readonly sourceProfile: string
  /** `by-name`: red for production, orange for staging and tests, green for development and sandboxes. */
  readonly colors: 'by-name' | 'none'
}

/** The role that AWS Organizations creates in each new account. Source: its user guide, “Accessing member accounts”. */
export const organizationRole = 'OrganizationAccountAccessRole'

/**
 * Returns a list with a section for each account. If two accounts have the same name, the second one's name
 * includes its id. So does a name that belongs to another account in `taken`, which maps profile names to account ids.
 */
export function accountsText(
  accounts: readonly OrganizationAccount[],
  { roleName, sourceProfile, colors }: AccountsOptions,
  taken: ReadonlyMap<string, string | undefined> = new Map(),
): string {
  const names = new Map([...taken].map(([name, account]) => [looks(name), account]))
  return accounts
    .map(({ id, name }): RoleForm => {
      const unused = unusedName(name, id, names)
      names.set(looks(unused), '')
      const purpose = colors === 'none' ? undefined : purposeOf(name)
      const color = purpose ? purposeColors[purpose] : ''
      return { ...emptyForm, name: unused, account: id, roleName, sourceProfile, color }
    })
    .map(form => addProfile('', form).text)
    .join('\n')
}

function unusedName(name: string, id: string, names: ReadonlyMap<string, string | undefined>): string {
  let unused = name
  while (names.has(looks(unused)) && names.get(looks(unused)) !== id) unused = `${unused} ${id}`
  return unused
}

/** Returns what people see of a name: names that only differ in invisible characters, widths or spaces look the same. */
function looks(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
