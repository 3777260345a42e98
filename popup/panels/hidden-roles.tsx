import { useRef } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { HiddenReasons } from '../failures/hidden-reasons'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import { sessionSummary } from '../session-sentences'
import { useFocus } from '../use-focus'

/** Why roles aren't available: every profile, under its reason, with what to change. */
export function HiddenRoles({ menu, onClosePanel, onRemedy }: PanelProps) {
  const { hidden, hideAccountIds, session, roles } = menu
  const list = useRef<HTMLElement>(null)
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
        <HiddenReasons hidden={hidden} hideAccountIds={hideAccountIds} />
      </section>
      <footer>
        <button type="button" class="link-button" onClick={() => onRemedy('open-options')}>
          {message('popup_openOptions')}
        </button>
      </footer>
    </PanelFrame>
  )
}
