import type { Role } from '../config/resolve/role'
import { type PastedSearch, pastedSearch } from '../pasted/pasted-search'
import { type Habits, inOrder, inSearchOrder, type Order } from '../roles/order'
import { search } from '../roles/search'
import type { Typos } from '../roles/term'

/** A whole list, and the search over it. */
export interface SearchedList {
  /** All roles, in the order in which equally good matches are offered. */
  readonly roles: readonly Role[]
  readonly search: PastedSearch
}

/** Returns the search over a whole list, in the menu's order. */
export function searchedList(
  roles: readonly Role[],
  order: Order,
  habits: Habits,
  typos: Typos,
): SearchedList {
  const ordered = inSearchOrder(inOrder(roles, order, habits), order, habits.recent)
  const place = { roles: ordered, all: ordered, habits }
  return { roles: ordered, search: pastedSearch(search(ordered, typos), place) }
}

/**
 * Returns the roles that a text typed outside of the menu means, best first: the one with exactly this name, then the
 * matches of the text as a query. None for an empty text.
 */
export function typedRoles(text: string, { roles, search }: SearchedList): readonly Role[] {
  const wanted = text.trim()
  if (wanted === '') return []
  const names = [wanted, withoutRegion(wanted)]
  const named = roles.find(({ name }) => name === names[0]) ?? roles.find(({ name }) => name === names[1])
  const found = search.find(wanted)
  return named ? [named, ...found.filter(role => role !== named)] : found
}

/** Returns what is typed to open the role in a region: the opposite of `typedRoles`. */
export function textOfRole({ name }: Role, region?: string): string {
  return region === undefined ? name : `${name} >${region}`
}

function withoutRegion(text: string): string {
  return text
    .split(/\s+/)
    .filter(word => !word.startsWith('>'))
    .join(' ')
}
