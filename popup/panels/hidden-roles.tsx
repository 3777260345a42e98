import { useMemo, useRef } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { HiddenRole } from '../../src/config/resolve/role'
import { hiddenSentence, keyToChange } from '../hidden-sentences'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import { sessionSummary } from '../session-sentences'
import { useFocus } from '../use-focus'

/** Why roles aren't available: every profile, under its reason, with what to change. */
export function HiddenRoles({ menu, onClosePanel, onRemedy }: PanelProps) {
  const { hidden, hideAccountIds, session, roles } = menu
  const list = useRef<HTMLElement>(null)
  const reasons = useMemo(() => byReason(hidden, hideAccountIds), [hidden, hideAccountIds])
  useFocus(() => list.current)
  return (
    <PanelFrame title={message('popup_whyHidden')} onBack={onClosePanel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard. */}
      <section class="panel-body hidden-roles" ref={list} tabIndex={0} aria-labelledby="panel-title">
        {roles.length === 0 && (
          <p class="none-offered" role="status">
            {message('popup_noneOffered')}
          </p>
        )}
        {session && (
          <p class="hidden-session">{message('popup_signedInTo', sessionSummary(session, hideAccountIds))}</p>
        )}
        <ul>
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
      </section>
      <footer>
        <button type="button" class="link-button" onClick={() => onRemedy('open-options')}>
          {message('popup_openOptions')}
        </button>
      </footer>
    </PanelFrame>
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
