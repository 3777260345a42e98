import type { Role } from '../config/resolve/role'
import type { Search } from '../roles/search'
import { readPasted } from './read-pasted'
import { type Aim, aimOf, mentioned, type Place } from './roles-for'

/** A search that also understands what people paste. */
export interface PastedSearch extends Search {
  /** Returns what Enter does if the query is an ARN, a link or an account's id; undefined for other queries. */
  aim(query: string): Aim | undefined
}

/**
 * Creates a search that also finds the roles for an ARN, a link or an account's id, and otherwise those that `search` finds.
 * If it finds none, the query may be a text that names accounts or roles, such as an error or a log line; then it returns
 * those.
 */
export function pastedSearch(search: Search, place: Place): PastedSearch {
  const { roles } = place
  const accounts = new Set<string>()
  const isAccount = (id: string) => {
    if (accounts.size === 0) for (const { account } of roles) accounts.add(account)
    return accounts.has(id)
  }
  const look = (query: string): { readonly aim?: Aim; readonly found: readonly Role[] } => {
    const pasted = readPasted(query, isAccount)
    const aim = pasted && aimOf(pasted, place)
    if (aim && (aim.roles.length > 0 || aim.kind === 'arn' || aim.kind === 'link'))
      return { aim, found: aim.roles }
    const found = search.find(query)
    const others = found.length > 0 ? found : mentioned(roles, query)
    // An id that no role has may be part of a name.
    return aim && (others.length === 0 || aim.kind === 'unreadable-arn')
      ? { aim: { ...aim, roles: others }, found: others }
      : { found: others }
  }
  // The menu asks for both, and again whenever something else changes.
  let last: { readonly query: string; readonly answer: ReturnType<typeof look> } | undefined
  const answer = (query: string) => {
    if (last?.query !== query) last = { query, answer: look(query) }
    return last.answer
  }
  return {
    prepare: () => search.prepare(),
    find: query => answer(query).found,
    aim: query => answer(query).aim,
  }
}
