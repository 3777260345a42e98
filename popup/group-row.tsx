import { countMessage, message } from '../src/browser/i18n'
import { ChevronIcon } from './icons'

interface GroupRowProps {
  readonly group: string
  readonly count: number
  readonly folded: boolean
}

/** The heading of a group. A list's options can't be said to be expanded, so it says so in words. */
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
