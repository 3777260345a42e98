import { useEffect, useRef } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { noteQuestionShown } from '../../src/launch/link-question'
import { asksReason, questionOf } from '../../src/roles/before-switch'
import { noteOrigin } from '../choice-origin'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import type { Panel } from '../state'
import { useFocus } from '../use-focus'
import { AskBeforeSwitch, withReason } from './confirm-switch'

/** Asks whether to do what a link says, since anybody may have written it. */
export function Link({
  panel: { role, host },
  menu: { groups },
  onFollowLink,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'link' }> }) {
  const text = useRef<HTMLParagraphElement>(null)
  useFocus(() => text.current)
  useEffect(() => {
    // If it can't be stored, the button goes on asking for a press.
    noteQuestionShown().catch(() => {})
  }, [])
  if (role) {
    return (
      <AskBeforeSwitch
        title={message('popup_linkTitle')}
        text={message('popup_linkText', host)}
        role={role}
        question={questionOf(role, groups)}
        asksReason={asksReason(role, groups)}
        // The user has to see it to decide.
        hideAccountId={false}
        onConfirm={reason => {
          noteOrigin(role, 'link')
          onFollowLink(withReason(role, reason))
        }}
        // The menu may have opened by itself, while the user was typing into the page.
        awaitsQuiet
        onBack={onClosePanel}
      />
    )
  }
  return (
    <PanelFrame title={message('popup_linkTitle')} onBack={onClosePanel}>
      <div class="panel-body">
        <p ref={text} tabIndex={-1} role="alert">
          {message('popup_linkMalformed')}
        </p>
      </div>
    </PanelFrame>
  )
}
