import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { Swatch } from '../swatch'

/** Opens the role whose session has ended in the tab, where the user was. */
export function AgainRow({ role }: { readonly role: Role }) {
  return (
    <>
      <Swatch role={role} />
      <span class="role-texts">{message('popup_again', role.name)}</span>
    </>
  )
}
