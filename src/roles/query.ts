import type { Role } from '../config/resolve/role'
import { searchKey } from '../lib/search-key'
import { literalTerm, type Term, type Typos, terms } from './term'

/** Longer than any name, and as long as most addresses of pages; a search box accepts no more. */
export const maxQueryLength = 8_192

/** A parsed query from the search box. */
export interface Query {
  /** Terms that may match any field. */
  readonly words: readonly Term[]
  /** Terms that must match one field. */
  readonly narrowings: readonly Narrowing[]
  /** The region to open the role in, or its prefix, as typed after `>`. */
  readonly region?: string
}

export interface Narrowing {
  readonly field: NarrowField
  readonly term: Term
}

export type NarrowField = 'group' | 'account' | 'role'

const signs: Readonly<Record<string, NarrowField>> = { '@': 'group', '#': 'account', '/': 'role' }

/**
 * Parses a query into its space-separated words. Words that start with `@`, `#` or `/` match only the group, the account or
 * the role; one that starts with `>` is a region. Ignores a sign with nothing after it, which is still being typed.
 */
export function readQuery(query: string, typos?: Typos): Query {
  const narrowings: Narrowing[] = []
  const words: string[] = []
  let region: string | undefined
  for (const word of query.split(/\s+/)) {
    const [field, rest] = [signs[word.charAt(0)], word.slice(1)]
    if (word.startsWith('>')) region = rest.toLowerCase()
    else if (field === undefined) words.push(word)
    else if (rest !== '') narrowings.push({ field, term: literalTerm(searchKey(rest)) })
  }
  return { words: terms(words.join(' '), typos), narrowings, ...(region && { region }) }
}

/** Whether the role's fields match the narrowings. Spaces in a group's name are optional. */
export function isWithin(role: Role, narrowings: readonly Narrowing[]): boolean {
  return narrowings.every(({ field, term: { key } }) =>
    textsOf(role, field).some(text => {
      const own = searchKey(text)
      // The console shows account ids with hyphens.
      return own.includes(key) || (field === 'account' && own.includes(digitsOf(key)))
    }),
  )
}

/** Returns an account id, or its prefix, without the hyphens between its digits. */
function digitsOf(text: string): string {
  return /^\d[\d-]*$/.test(text) ? text.replaceAll('-', '') : text
}

function textsOf(
  { group = '', account, accountAlias = '', roleName }: Role,
  field: NarrowField,
): readonly string[] {
  switch (field) {
    case 'group':
      return [group, group.replace(/\s+/g, '')]
    case 'account':
      return [account, accountAlias]
    case 'role':
      return [roleName]
  }
}
