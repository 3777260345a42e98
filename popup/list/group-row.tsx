import { countMessage, message } from '../../src/browser/i18n'
import { ChevronIcon } from '../../styles/icons/menu-icons'

interface GroupRowProps {
  readonly group: string
  readonly count: number
  readonly folded: boolean
}

/** A group's heading. Options of a listbox have no expanded state, so it says so in words. */
export function GroupRow({ group, count, folded }: GroupRowProps) {
  return (
    <>
      <ChevronIcon />
      <span class="group-name">{group}</span>
      <span class="group-count">{countMessage('popup_roles', count)}</span>
      <span class="visually-hidden">{message(folded ? 'popup_folded' : 'popup_unfolded')}</span>
    </>
  )
}
