import { message } from '../../src/browser/i18n'
import { OpenIcon } from '../../styles/icons/panel-icons'

/** Opens what is pasted without a switch. */
export function HereRow() {
  return (
    <>
      <OpenIcon />
      <span class="role-texts">{message('popup_aimHere')}</span>
    </>
  )
}
