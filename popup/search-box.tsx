import { useLayoutEffect, useRef } from 'preact/hooks'
import { message } from '../src/browser/message'
import { SearchIcon } from './icons'
import type { Move } from './state'

/** Rows that Page Up and Page Down go by: as many as are in view. */
const page = 8
/** Longer than any name; the browser takes no more. */
const longestQuery = 200

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: { by: 1 },
  ArrowUp: { by: -1 },
  PageDown: { by: page },
  PageUp: { by: -page },
  Home: { to: 'first' },
  End: { to: 'last' },
}

interface SearchBoxProps {
  readonly query: string
  /** The id of the active option, where there is a list. */
  readonly activeOption: string | undefined
  onQuery(query: string): void
  onMove(move: Move): void
  onEnter(): void
  /** Escape, when there is nothing to clear. */
  onClose(): void
}

/** The combobox that has the focus all the while: its keys move in the list below it. */
export function SearchBox({ query, activeOption, onQuery, onMove, onEnter, onClose }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  // At once, not after the first picture as an effect would: what is typed until then would be lost.
  useLayoutEffect(() => input.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's own keys: Enter takes over a word, it doesn't switch.
    if (event.isComposing) return
    const move = moves[event.key]
    if (move && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) onMove(move)
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape' && query === '') onClose()
    else if (event.key === 'Escape') onQuery('')
    else return
    event.preventDefault()
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
        placeholder={message('popup_search')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={longestQuery}
        value={query}
        onInput={event => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
