import { message } from '../../src/browser/i18n'
import type { Aim } from '../../src/pasted/roles-for'
import { InfoIcon, LinkIcon } from '../../styles/icons/panel-icons'
import { activeRole, type Menu } from '../state'
import { aimSentences, aimTitle } from './aim-sentences'

/** What Enter does with what is pasted. */
export function AimNotice({ menu, aim }: { readonly menu: Menu; readonly aim: Aim }) {
  const title = aimTitle(aim)
  if (title === undefined) return null
  const isForm = menu.pageFailure !== undefined && menu.pageFailure.kind !== 'waiting'
  const byForm = isForm && activeRole(menu)?.portal === undefined
  const sentences = [...aimSentences(aim), ...(aim.page && byForm ? [message('popup_aimByForm')] : [])]
  return (
    <div class="notice aim" role="status">
      {aim.page ? <LinkIcon /> : <InfoIcon />}
      <div class="notice-body">
        <h2 title={title}>{title}</h2>
        <p>{sentences.join(' ')}</p>
      </div>
    </div>
  )
}
