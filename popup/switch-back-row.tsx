import { message } from '../src/browser/message'
import type { Session } from '../src/console/session'
import { SwitchBackIcon } from './icons'
import { accountText } from './sentences'

interface SwitchBackRowProps {
  readonly session: Session
  readonly hideAccountIds: boolean
}

/** The way back to the account that is signed in to. */
export function SwitchBackRow({ session: { base }, hideAccountIds }: SwitchBackRowProps) {
  const account = hideAccountIds ? (base.alias ?? '') : accountText(base)
  return (
    <>
      <SwitchBackIcon />
      <span class="role-texts">
        <span class="role-line">
          <span class="role-name">{message('popup_switchBack')}</span>
        </span>
        <span class="role-line role-details">{account}</span>
      </span>
    </>
  )
}
