import { useRef, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { CloseIcon, PlusIcon } from '../../styles/icons/settings-icons'

/** Maximum number of suggestions that are shown as buttons; the field completes all of them. */
const maxSuggestions = 8

interface NamesControlProps {
  readonly id: string
  /** The setting's, which tells its buttons from those of another setting. */
  readonly label: string
  readonly describedBy: string
  readonly locked: boolean
  readonly names: readonly string[]
  readonly suggestions: readonly string[]
  onChange(names: readonly string[]): void
}

/** A few names, each with a button to remove it; more are picked from the suggestions, or written. */
export function NamesControl(props: NamesControlProps) {
  const { id, label, describedBy, locked, names, suggestions, onChange } = props
  const [written, setWritten] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const others = suggestions.filter(name => !names.includes(name))
  const add = (...wanted: readonly string[]) => {
    setWritten('')
    const added = wanted.filter(name => !names.includes(name))
    if (added.length > 0) onChange([...names, ...added])
  }
  // A group whose name has a comma is written as it is in the list.
  const take = (written: string) =>
    add(...(suggestions.includes(written.trim()) ? [written.trim()] : namesIn(written)))
  const remove = (name: string) => {
    onChange(names.filter(other => other !== name))
    field.current?.focus()
  }
  return (
    <div class="names">
      {names.length > 0 && (
        <ul class="chips">
          {names.map(name => (
            <li key={name} class="chip">
              <bdi>{name}</bdi>
              {!locked && (
                <button
                  type="button"
                  aria-label={message('options_groupRemove', name, label)}
                  onClick={() => remove(name)}
                >
                  <CloseIcon />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <input
        type="text"
        class="text-input"
        id={id}
        ref={field}
        list={`${id}-suggestions`}
        aria-describedby={describedBy}
        disabled={locked}
        placeholder={message('options_groupAnother')}
        autocomplete="off"
        spellcheck={false}
        value={written}
        onInput={event => {
          const { value } = event.currentTarget
          if (value.endsWith(',') && !suggestions.some(name => name.startsWith(value))) take(value)
          else setWritten(value)
        }}
        onKeyDown={event => {
          if (shortcutOf(event) !== 'Enter') return
          event.preventDefault()
          take(written)
        }}
        // On leaving the field, or when a suggestion is taken.
        onChange={event => take(event.currentTarget.value)}
      />
      <datalist id={`${id}-suggestions`}>
        {others.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {!locked && others.length > 0 && others.length <= maxSuggestions && (
        <ul class="chips">
          {others.map(name => (
            <li key={name}>
              <button
                type="button"
                class="chip suggestion"
                aria-label={message('options_groupAdd', name, label)}
                onClick={() => add(name)}
              >
                <PlusIcon />
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function namesIn(written: string): readonly string[] {
  return [
    ...new Set(
      written
        .split(',')
        .map(name => name.trim())
        .filter(Boolean),
    ),
  ]
}
