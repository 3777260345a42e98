import type { Role } from '../config/resolve/role'
import { isolated } from '../lib/bidi'
import { dashedAccount } from '../lib/dashed-account'
import type { Stretch } from '../lib/omnibox-text'
import { matchedPieces } from '../roles/matched-pieces'
import { partitionOf } from '../roles/partition-of'
import { readQuery } from '../roles/query'
import { literalWhereFound, type Typos } from '../roles/term'
import { typedRegion } from '../roles/typed-region'
import { type SearchedList, textOfRole, typedRoles } from './typed-role'

/** A role that the address bar offers. */
export interface Suggestion {
  /** What the address bar has if the user goes to it: the text that means this role. */
  readonly content: string
  readonly description: readonly Stretch[]
}

/** More than browsers show: about eight in Chromium, six in Firefox. Source: MDN, “omnibox.onInputChanged”. */
const maxSuggestions = 9

/** Returns what the address bar offers for a text, best first; for an empty text, the first roles of the list. */
export function suggestionsFor(
  text: string,
  list: SearchedList,
  typos: Typos,
  hideAccountIds: boolean,
): readonly Suggestion[] {
  const query = readQuery(text, typos)
  // The page that an ARN or a link means is in its text.
  const page = list.search.aim(text)?.page && text.trim()
  const roles = text.trim() === '' ? list.roles : typedRoles(text, list)
  return roles.slice(0, maxSuggestions).map(role => {
    const { name, roleName, account, accountAlias, group, description } = role
    const terms = literalWhereFound(query.words, [name, roleName, account, accountAlias, group, description])
    const region = query.region && typedRegion(query.region, role, partitionOf(role, undefined))
    const shown = hideAccountIds
      ? undefined
      : [accountAlias, dashedAccount(account)].filter(Boolean).join(' ')
    const rest = [roleName, shown, group, region].flatMap(part => (part ? ` · ${isolated(part)}` : []))
    return {
      content: page ? `${name} ${page}` : textOfRole(role, region),
      description: [...nameOf(role, terms), { text: rest.join(''), look: 'dim' }],
    }
  })
}

function nameOf({ name }: Role, terms: Parameters<typeof matchedPieces>[1]): readonly Stretch[] {
  // A name from right to left would fall apart into its pieces.
  if (isolated(name) !== name) return [{ text: name }]
  return matchedPieces(name, terms, true).map(({ text, isMatch }) =>
    isMatch ? { text, look: 'match' } : { text },
  )
}
