import { addSections } from '../src/config/add-sections'
import { type Comparison, compareProfiles } from '../src/config/compare'
import {
  type AccountsOptions,
  accountsText,
  type OrganizationAccount,
} from '../src/config/organization-accounts'
import { parseConfig } from '../src/config/parse-config'

/** What is to be imported: a text, without access keys, or the accounts of an organization. */
export type ImportContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'accounts'; readonly accounts: readonly OrganizationAccount[] }

/** In place of the whole text, or only the profiles that it doesn't have yet. */
export type ImportMode = 'replace' | 'add'

export interface ImportResult extends Comparison {
  readonly text: string
  /** How many profiles were found in what is imported. */
  readonly found: number
}

/**
 * What an import makes of the text `before` and of its profiles, in place of it or added to it, as `mode` says. `options` say
 * what roles are made of accounts.
 */
export function importResult(
  before: string,
  content: ImportContent,
  mode: ImportMode,
  options: AccountsOptions,
): ImportResult {
  const other = content.kind === 'text' ? content.text : accountsText(content.accounts, options)
  const text = mode === 'replace' ? other : addSections(before, other)
  const found = parseConfig(other).profiles.length
  return { text, found, ...compareProfiles(parseConfig(before).profiles, parseConfig(text).profiles) }
}
