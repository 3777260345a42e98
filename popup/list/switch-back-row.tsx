import type { Account } from '../../src/aws/session'
import { message } from '../../src/browser/i18n'
import { SwitchBackIcon } from '../../styles/icons/menu-icons'
import { modKey } from '../mod-key'
import { accountText } from '../session-sentences'

interface SwitchBackRowProps {
  readonly account: Account
  readonly hideAccountIds: boolean
}

export function SwitchBackRow({ account, hideAccountIds }: SwitchBackRowProps) {
  return (
    <>
      <SwitchBackIcon />
      <span class="role-texts">
        {message('popup_switchBack')}{' '}
        <span class="role-detail">{hideAccountIds ? (account.alias ?? '') : accountText(account)}</span>
      </span>
      <span class="kbd" aria-hidden="true">
        {modKey} B
      </span>
    </>
  )
}
