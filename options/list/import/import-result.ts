import { type Comparison, compareProfiles } from '../../../src/config/compare/compare-profiles'
import { addSections } from '../../../src/config/edit/add-sections'
import type { AccountList } from '../../../src/config/exchange/accounts/read-accounts'
import { type AccountsOptions, accountsText } from '../../../src/config/exchange/organization-accounts'
import { sectionsOf } from '../../../src/config/parse/text-sections'
import { parseConfig } from '../../../src/config/resolve/parse-config'
import { splitLines } from '../../../src/lib/text-lines'

/** What to import: a text, without access keys, or the accounts of an organization. */
export type ImportContent =
  | { readonly kind: 'text'; readonly text: string }
  | Extract<AccountList, { readonly kind: 'accounts' }>

/** Replaces the whole text, or adds only the profiles that it doesn't have yet. */
export type ImportMode = 'replace' | 'add'

export interface ImportResult extends Comparison {
  readonly text: string
  /** Number of profiles found in the import. */
  readonly found: number
}

/**
 * Returns the result of an import into the text `before` and its profiles: the import replaces the text or is added to it,
 * according to `mode`. `options` say which roles to make for accounts.
 */
export function importResult(
  before: string,
  content: ImportContent,
  mode: ImportMode,
  options: AccountsOptions,
): ImportResult {
  const other = importedText(content, options, mode === 'add' ? accountsIn(before) : undefined)
  const text = mode === 'replace' ? other : addSections(before, other)
  const found = parseConfig(other).profiles.length
  return { text, found, ...compareProfiles(parseConfig(before).profiles, parseConfig(text).profiles) }
}

/** Returns what is imported as a list. `taken` maps the names that the list has to their accounts. */
export function importedText(
  content: ImportContent,
  options: AccountsOptions,
  taken?: ReadonlyMap<string, string | undefined>,
): string {
  return content.kind === 'text' ? content.text : accountsText(content.accounts, options, taken)
}

/** Returns the accounts of a text's sections by name, including sections that aren't profiles or have errors. */
function accountsIn(text: string): ReadonlyMap<string, string | undefined> {
  const names = sectionsOf(splitLines(text)).flatMap(({ name }) => name ?? [])
  const accounts = new Map(
    parseConfig(text).profiles.map(profile => [profile.name as string, profile.account]),
  )
  return new Map(names.map(name => [name, accounts.get(name)]))
}
