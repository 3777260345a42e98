import { type Comparison, compareProfiles } from '../../../src/config/compare/compare-profiles'
import { addSections } from '../../../src/config/edit/add-sections'
import type { AccountList } from '../../../src/config/exchange/accounts/read-accounts'
import { type AccountsOptions, accountsText } from '../../../src/config/exchange/organization-accounts'
import { sectionsOf } from '../../../src/config/parse/text-sections'
import { parseConfig } from '../../../src/config/resolve/parse-config'
import { splitLines } from '../../../src/lib/text-lines'

/** What is to be imported: a text, without access keys, or the accounts of an organization. */
export type ImportContent =
  | { readonly kind: 'text'; readonly text: string }
  | Extract<AccountList, { readonly kind: 'accounts' }>

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
  const taken = mode === 'add' ? accountsIn(before) : undefined
  const other = content.kind === 'text' ? content.text : accountsText(content.accounts, options, taken)
  const text = mode === 'replace' ? other : addSections(before, other)
  const found = parseConfig(other).profiles.length
  return { text, found, ...compareProfiles(parseConfig(before).profiles, parseConfig(text).profiles) }
}

/** The accounts of a text's sections by name, those included that are no profile or have an error. */
function accountsIn(text: string): ReadonlyMap<string, string | undefined> {
  const names = sectionsOf(splitLines(text)).flatMap(({ name }) => name ?? [])
  const accounts = new Map(
    parseConfig(text).profiles.map(profile => [profile.name as string, profile.account]),
  )
  return new Map(names.map(name => [name, accounts.get(name)]))
}
