import { message } from '../src/browser/i18n'
import type { HiddenRole } from '../src/config/resolve/role'
import { hiddenSentence } from './hidden-sentences'
import type { Menu } from './state'

interface EmptyListProps {
  readonly menu: Menu
  /** Height of the list that it replaces, in CSS pixels. */
  readonly height: number
}

/** Shown in place of an empty list. */
export function EmptyList({ menu, height }: EmptyListProps) {
  const { query, roles, hidden } = menu
  if (query.trim() === '' || roles.length === 0) {
    return (
      <div class="nothing" role="status">
        <p>{message('popup_noneOffered')}</p>
      </div>
    )
  }
  const other = hiddenMatch(hidden, query)
  return (
    <div class="nothing" role="status" style={{ height: `${height}px` }}>
      <p>{message('popup_noMatch', query.trim())}</p>
      <p class="hint">
        {other
          ? `${message('popup_hiddenMatch', other.name)} ${hiddenSentence(other.reason, menu.hideAccountIds)}`
          : message('popup_noMatchHint')}
      </p>
    </div>
  )
}

function hiddenMatch(hidden: readonly HiddenRole[], query: string): HiddenRole | undefined {
  const wanted = query.trim().toLowerCase()
  return hidden.find(({ name }) => name.toLowerCase().includes(wanted))
}
