import type { Account } from '../src/aws/session'
import { message } from '../src/browser/i18n'
import { SwitchBackIcon } from './icons'
import { accountText } from './session-sentences'

interface SwitchBackRowProps {
  readonly account: Account
  readonly hideAccountIds: boolean
}

export function SwitchBackRow({ account, hideAccountIds }: SwitchBackRowProps) {
  return (
    <>
      <SwitchBackIcon />
      <span class="role-texts">
        <span class="role-line">
          <span class="role-name">{message('popup_switchBack')}</span>
        </span>
        <span class="role-line role-details">
          {hideAccountIds ? (account.alias ?? '') : accountText(account)}
        </span>
      </span>
    </>
  )
}
