import { formatNumber } from '../src/browser/message'
import type { HiddenRole } from '../src/roles/role'
import { hiddenSentence } from './sentences'

/** Names told for each reason; the rest are counted. */
const mostNames = 3

/** The roles that are not offered, by reason. */
export function HiddenRoles({ hidden }: { readonly hidden: readonly HiddenRole[] }) {
  return (
    <ul class="hidden-roles" id="hidden-roles">
      {Array.from(byReason(hidden), ([sentence, names]) => (
        <li key={sentence}>
          <strong>{namesText(names)}</strong> {sentence}
        </li>
      ))}
    </ul>
  )
}

function byReason(hidden: readonly HiddenRole[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { name, reason } of hidden) {
    const sentence = hiddenSentence(reason)
    const names = groups.get(sentence)
    if (names) names.push(name)
    else groups.set(sentence, [name])
  }
  return groups
}

function namesText(names: readonly string[]): string {
  const told = names.slice(0, mostNames).join(', ')
  const rest = names.length - mostNames
  return rest > 0 ? `${told} + ${formatNumber(rest)}:` : `${told}:`
}
