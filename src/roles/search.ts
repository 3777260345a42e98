import type { Role } from '../config/resolve/role'
import { searchKey } from '../lib/search-key'
import { isWithin, readQuery } from './query'
import { abbreviates, type Term, type Typos } from './term'

export interface Search {
  /** Returns the roles that match a query, best first. An empty query returns all of them in their own order. */
  find(query: string): readonly Role[]
  /** Builds the texts to search in, so that the first query doesn't have to. */
  prepare(): void
}

/**
 * Creates a search over `roles`. Each word of a query must match, in any order, the name, role name, account, alias, group
 * or description, or abbreviate the name; words with a sign match one field, see `readQuery`. Ranks names above other fields,
 * whole names and prefixes first, abbreviations and typos last; ties keep their order. Without `typos`, finds none. Builds
 * the texts to search in once. A query is linear in the number of roles.
 */
export function search(roles: readonly Role[], typos?: Typos): Search {
  let made: Texts | undefined
  const texts = () => {
    made ??= textsOf(roles)
    return made
  }
  return {
    prepare: texts,
    find(query) {
      const { words, narrowings } = readQuery(query, typos)
      const within = narrowings.length === 0 ? undefined : indicesWithin(roles, narrowings)
      return words.length > 0
        ? rank(roles, texts(), words, within)
        : (within?.flatMap(index => roles[index] ?? []) ?? roles)
    },
  }
}

interface Texts {
  /** Each role's fields as search keys, one per line, so that a term never matches across two fields. */
  readonly all: string[]
  readonly names: readonly string[]
}

function textsOf(roles: readonly Role[]): Texts {
  const names = roles.map(({ name }) => searchKey(name))
  const all = roles.map(({ roleName, account, accountAlias, group, description }, index) =>
    [
      names[index],
      searchKey([roleName, account, accountAlias, group, description].filter(Boolean).join('\n')),
    ].join('\n'),
  )
  return { all, names }
}

function indicesWithin(
  roles: readonly Role[],
  narrowings: Parameters<typeof isWithin>[1],
): readonly number[] {
  return Array.from(roles.keys()).filter(index => {
    const role = roles[index]
    return role !== undefined && isWithin(role, narrowings)
  })
}

function rank(
  roles: readonly Role[],
  { all, names }: Texts,
  wanted: readonly Term[],
  within: readonly number[] | undefined,
): readonly Role[] {
  let found = within
  for (const term of wanted) found = term.filter(all, found)

  const byRank: Role[][] = []
  for (const index of found ?? []) {
    const [role, name, text] = [roles[index], names[index], all[index]]
    if (role === undefined || name === undefined || text === undefined) continue
    let sum = 0
    for (const { key } of wanted) sum += place(key, name, text)
    byRank[sum] ??= []
    byRank[sum]?.push(role)
  }
  return byRank.flat()
}

const wordBefore = /[\p{L}\p{N}]$/u

/** Returns the rank of a term's match, from 0, the best. */
function place(term: string, name: string, text: string): number {
  const index = name.indexOf(term)
  if (index === 0) return name.length === term.length ? 0 : 1
  if (index > 0) return wordBefore.test(name.slice(0, index)) ? 3 : 2
  if (text.includes(term)) return 4
  return abbreviates(term, name) ? 5 : 6
}
