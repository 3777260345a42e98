import { message } from '../../src/browser/i18n'
import type { HiddenRole } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import type { Aim } from '../../src/pasted/roles-for'
import { hiddenSentence } from '../failures/hidden-sentences'
import type { Menu } from '../state'

interface EmptyListProps {
  readonly menu: Menu
  /** Height of the list that it replaces, in CSS pixels. */
  readonly height: number
}

/** Shown in place of an empty list. */
export function EmptyList({ menu, height }: EmptyListProps) {
  const { query, roles, hidden, aim } = menu
  if (query.trim() === '' || roles.length === 0) {
    return (
      <div class="nothing" role="status">
        <p>{message('popup_noneOffered')}</p>
      </div>
    )
  }
  const other =
    aim?.account === undefined
      ? hiddenMatch(hidden, query)
      : hidden.find(({ name }) => aim.hidden.includes(name))
  return (
    <div class="nothing" role="status" style={{ height: `${height}px` }}>
      <p>{noneSentence(aim, query)}</p>
      <p class="hint">
        {other
          ? `${message('popup_hiddenMatch', other.name)} ${hiddenSentence(other.reason, menu.hideAccountIds)}`
          : message(aim?.account === undefined ? 'popup_noMatchHint' : 'popup_aimNoneHint')}
      </p>
    </div>
  )
}

function noneSentence(aim: Aim | undefined, query: string): string {
  if (aim?.account === undefined) return message('popup_noMatch', query.trim())
  return message(aim.isHere ? 'popup_aimNoneIsHere' : 'popup_aimNone', dashedAccount(aim.account))
}

function hiddenMatch(hidden: readonly HiddenRole[], query: string): HiddenRole | undefined {
  const wanted = query.trim().toLowerCase()
  return hidden.find(({ name }) => name.toLowerCase().includes(wanted))
}
