import { formatNumber } from '../src/browser/message'
import type { HiddenRole } from '../src/roles/role'
import { hiddenSentence } from './sentences'

/** Names told for each reason; the rest are counted. */
const mostNames = 3

interface HiddenRolesProps {
  readonly hidden: readonly HiddenRole[]
  readonly hideAccountIds: boolean
}

/** The roles that are not offered, by reason. */
export function HiddenRoles({ hidden, hideAccountIds }: HiddenRolesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard.
    <ul class="hidden-roles" id="hidden-roles" aria-labelledby="hidden-toggle" tabIndex={0}>
      {Array.from(byReason(hidden, hideAccountIds), ([sentence, names]) => (
        <li key={sentence}>
          <strong>{namesText(names)}</strong> {sentence}
        </li>
      ))}
    </ul>
  )
}

function byReason(
  hidden: readonly HiddenRole[],
  hideAccountIds: boolean,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { name, reason } of hidden) {
    const sentence = hiddenSentence(reason, hideAccountIds)
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
