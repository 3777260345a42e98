import { useMemo } from 'preact/hooks'
import type { HiddenRole } from '../../src/config/resolve/role'
import { hiddenSentence, keyToChange } from './hidden-sentences'

interface HiddenReasonsProps {
  readonly hidden: readonly HiddenRole[]
  readonly hideAccountIds: boolean
}

/** The profiles that aren't available here, under their reasons, with what to change. */
export function HiddenReasons({ hidden, hideAccountIds }: HiddenReasonsProps) {
  const reasons = useMemo(() => byReason(hidden, hideAccountIds), [hidden, hideAccountIds])
  return (
    <ul class="hidden-reasons">
      {reasons.map(({ sentence, change, names }) => (
        <li key={sentence}>
          {/* One text, however many they are: ten thousand elements would take a second. */}
          <p class="hidden-names">{names.join('\n')}</p>
          <p>
            {sentence} {change}
          </p>
        </li>
      ))}
    </ul>
  )
}

interface Reason {
  readonly sentence: string
  readonly change: string
  readonly names: string[]
}

function byReason(hidden: readonly HiddenRole[], hideAccountIds: boolean): readonly Reason[] {
  const reasons = new Map<string, Reason>()
  for (const { name, reason } of hidden) {
    const sentence = hiddenSentence(reason, hideAccountIds)
    const known = reasons.get(sentence)
    if (known) known.names.push(name)
    else reasons.set(sentence, { sentence, change: keyToChange(reason), names: [name] })
  }
  return [...reasons.values()]
}
