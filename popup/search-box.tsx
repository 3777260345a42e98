import { useLayoutEffect, useRef } from 'preact/hooks'
import { countMessage, message } from '../src/browser/i18n'
import { maxQueryLength } from '../src/roles/query'
import { SearchIcon } from '../styles/icons/menu-icons'
import { type Command, commandOf } from './keys'
import { useFocus } from './use-focus'

interface SearchBoxProps {
  readonly query: string
  /** How many roles can be searched, if that is known. */
  readonly roleCount: number | undefined
  /** Id of the active option, if there is a list. */
  readonly activeOption: string | undefined
  /** Whether the user has moved to it by a key. */
  readonly isAimed: boolean
  onQuery(query: string): void
  onCommand(command: Command): void
}

/** The combobox, which always has the focus: its keys move in the list below it. */
export function SearchBox({ query, roleCount, activeOption, isAimed, onQuery, onCommand }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useFocus(() => input.current)
  // A button that had the focus may have disappeared when it was pressed.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) input.current?.focus()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!input.current) return
    const { value, selectionStart } = input.current
    const command = commandOf(event, { query: value, atEnd: selectionStart === value.length, isAimed })
    if (!command) return
    event.preventDefault()
    onCommand(command)
  }

  return (
    <div class="search">
      <SearchIcon />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={message('popup_search')}
        aria-autocomplete="list"
        aria-expanded={activeOption !== undefined}
        aria-controls="roles"
        aria-activedescendant={activeOption}
        placeholder={
          roleCount === undefined ? message('popup_search') : countMessage('popup_searchAmong', roleCount)
        }
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={maxQueryLength}
        value={query}
        onInput={event => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
