import { message } from '../../src/browser/i18n'
import { OpenIcon } from '../../styles/icons/panel-icons'
import type { Row } from '../rows'
import { Swatch } from '../swatch'

/** Opens what is pasted without a switch, or the role whose session has ended. */
export function HereRow({ row }: { readonly row: Extract<Row, { readonly kind: 'here' }> }) {
  const again = 'role' in row ? row.role : undefined
  return (
    <>
      {again ? <Swatch role={again} /> : <OpenIcon />}
      <span class="role-texts">{again ? message('popup_again', again.name) : message('popup_aimHere')}</span>
    </>
  )
}
