import { countMessage, message } from '../../src/browser/i18n'
import { asksReason } from '../../src/roles/before-switch'
import type { PanelProps } from '../popup-props'
import type { Panel } from '../state'
import { AskBeforeSwitch, withReason } from './confirm-switch'

/** Asks whether to renew the tab's session, and says what happens to what the user has typed into its pages. */
export function Renew({
  panel: { role, tabs },
  menu: { session, groups, hideAccountIds },
  onRenew,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'renew' }> }) {
  return (
    <AskBeforeSwitch
      title={message('popup_renewTitle', role.name)}
      text={
        session?.mode.kind === 'classic'
          ? message('popup_renewClassic')
          : countMessage('popup_renewTabs', tabs)
      }
      action={message('popup_renew')}
      hint={message('popup_renewHint')}
      role={role}
      asksReason={asksReason(role, groups)}
      hideAccountId={hideAccountIds}
      onConfirm={reason => onRenew(withReason(role, reason))}
      onBack={onClosePanel}
    />
  )
}
