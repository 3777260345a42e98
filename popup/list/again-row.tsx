import { countMessage, message } from '../../src/browser/i18n'
import type { Again } from '../../src/sessions/role-tabs'
import { Swatch } from './swatch'

/** Opens the role whose session has ended in the tab, where the user was, and in the session's other tabs. */
export function AgainRow({ role, others }: Again) {
  return (
    <>
      <Swatch role={role} />
      <span class="role-texts">
        {message('popup_again', role.name)}
        {others !== undefined && (
          <>
            {' '}
            <span class="role-detail">{countMessage('popup_againTabs', others)}</span>
          </>
        )}
      </span>
    </>
  )
}
