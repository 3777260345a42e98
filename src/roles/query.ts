import type { Role } from '../config/resolve/role'
import { fold } from '../lib/search-key'
import { literalTerm, type Term, terms } from './term'

/** What was typed into the search box. */
export interface Query {
  /** To be found anywhere. */
  readonly words: readonly Term[]
  /** To be found in one field. */
  readonly narrowings: readonly Narrowing[]
  /** What stands behind a `>`: the region to open the role in, or its beginning. */
  readonly region?: string
}

export interface Narrowing {
  readonly field: NarrowField
  readonly term: Term
}

export type NarrowField = 'group' | 'account' | 'role'

const signs: Readonly<Record<string, NarrowField>> = { '@': 'group', '#': 'account', '/': 'role' }

/**
 * Reads a query: words between blanks, of which those that begin with `@`, `#` or `/` are for the group, the account or
 * the role alone, and one that begins with `>` is a region. A sign by itself is not finished yet, and means nothing.
 */
export function readQuery(query: string): Query {
  const narrowings: Narrowing[] = []
  const words: string[] = []
  let region: string | undefined
  for (const word of query.split(/\s+/)) {
    const [field, rest] = [signs[word.charAt(0)], word.slice(1)]
    if (word.startsWith('>')) region = rest.toLowerCase()
    else if (field === undefined) words.push(word)
    else if (rest !== '') narrowings.push({ field, term: literalTerm(fold(rest)) })
  }
  return { words: terms(words.join(' ')), narrowings, ...(region && { region }) }
}

/** Whether the fields meant hold what is typed for them. Blanks of a group need not be typed. */
export function isWithin(role: Role, narrowings: readonly Narrowing[]): boolean {
  return narrowings.every(({ field, term: { folded } }) =>
    textsOf(role, field).some(text => {
      const own = fold(text)
      // The console shows an account id with hyphens.
      return own.includes(folded) || (field === 'account' && own.includes(digitsOf(folded)))
    }),
  )
}

/** An account id, or the beginning of one, without the hyphens between its digits. */
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
