import { message } from '../../src/browser/i18n'
import { idOf } from '../../src/sessions/known-sessions'
import type { Menu, Panel } from '../state'
import { tabsOf } from './tabs-of-session'

interface RenewButtonProps {
  readonly menu: Menu
  onOpen(panel: Panel): void
}

/** Asks whether to renew the session of the role that the tab is in. */
export function RenewButton({ menu: { current: role, session }, onOpen }: RenewButtonProps) {
  if (!role || !session) return null
  const ask = async () => {
    const tabs = await tabsOf(idOf(session)).catch(() => [])
    onOpen({ kind: 'renew', role, tabs: Math.max(1, tabs.length) })
  }
  return (
    <button type="button" class="link-button" title={message('popup_renewTitle', role.name)} onClick={ask}>
      {message('popup_renew')}
    </button>
  )
}
