import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { message, type PlainKey } from '../../src/browser/i18n'
import { type SettingWords, settingWords } from '../../src/settings/setting-words'
import type { SettingName, Settings } from '../../src/settings/settings'
import { LockIcon } from './icons'

interface CheckProps {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly checked: boolean
  /** Whether an administrator has locked it. */
  readonly locked?: boolean
  onChange(checked: boolean): void
}

/** A setting that is on or off. */
export function Check({ id, label, explanation, checked, locked = false, onChange }: CheckProps) {
  return (
    <Setting id={id} explanation={explanation} locked={locked}>
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby={describedBy(id, locked)}
          disabled={locked}
          checked={checked}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
    </Setting>
  )
}

interface SettingFieldProps {
  readonly name: SettingName
  readonly settings: Settings
  /** The settings that an administrator has locked. */
  readonly locked: readonly SettingName[]
  onChange(settings: Settings): void
}

export function SettingField(props: SettingFieldProps) {
  const { name, settings, locked, onChange } = props
  const words: SettingWords & { readonly labels?: Readonly<Record<string, PlainKey>> } = settingWords[name]
  const chosen: boolean | string | readonly string[] = settings[name]
  const common = {
    id: name,
    label: message(words.label),
    explanation: message(words.explanation),
    locked: locked.includes(name),
  }
  const change = (value: typeof chosen) => onChange({ ...settings, [name]: value })
  if (typeof chosen === 'boolean') return <Check {...common} checked={chosen} onChange={change} />
  if (typeof chosen !== 'string') return <Names {...common} names={chosen} onChange={change} />
  return <Choice {...common} labels={words.labels ?? {}} chosen={chosen} onChange={change} />
}

interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly explanation: string
  /** Labels of the values, in their order. */
  readonly labels: Readonly<Record<string, PlainKey>>
  readonly chosen: string
  /** Whether an administrator has locked it. */
  readonly locked?: boolean
  /** Shows what the chosen value does. */
  readonly picture?: ComponentChildren
  onChange(name: string): void
}

/** A setting with a few named values, of which the user chooses one. */
export function Choice(props: ChoiceProps) {
  const { id, label, explanation, labels, chosen, locked = false, picture, onChange } = props
  return (
    <Setting id={id} explanation={explanation} locked={locked}>
      <div
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(id, locked)}
        aria-disabled={locked}
      >
        <p class="setting-label" id={`${id}-label`}>
          {label}
        </p>
        <div class="segments">
          {Object.entries(labels).map(([name, label]) => (
            <label key={name}>
              <input
                type="radio"
                name={id}
                disabled={locked}
                checked={name === chosen}
                onChange={() => onChange(name)}
              />
              {message(label)}
            </label>
          ))}
        </div>
        {picture}
      </div>
    </Setting>
  )
}

interface NamesProps {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly names: readonly string[]
  /** Whether an administrator has locked it. */
  readonly locked: boolean
  onChange(names: readonly string[]): void
}

/** A setting that is a few names, separated by commas. */
function Names({ id, label, explanation, names, locked, onChange }: NamesProps) {
  /** The content of the field while the user edits it. */
  const [written, setWritten] = useState<string>()
  return (
    <Setting id={id} explanation={explanation} locked={locked}>
      <label class="field">
        <span class="setting-label">{label}</span>
        <input
          type="text"
          class="text-input"
          aria-describedby={describedBy(id, locked)}
          disabled={locked}
          autocomplete="off"
          spellcheck={false}
          value={written ?? names.join(', ')}
          onInput={event => setWritten(event.currentTarget.value)}
          // Not at each letter: a comma that was just typed would disappear.
          onChange={event => onChange(namesIn(event.currentTarget.value))}
          onBlur={() => setWritten(undefined)}
        />
      </label>
    </Setting>
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

interface SettingProps {
  /** Id of the explanation, for `aria-describedby`. */
  readonly id: string
  readonly explanation: string
  readonly locked?: boolean
  readonly children: ComponentChildren
}

export function Setting({ id, explanation, locked = false, children }: SettingProps) {
  return (
    <div class="setting">
      {children}
      <p class="explanation" id={id}>
        {explanation}
      </p>
      {locked && <SetByOrganization id={`${id}-locked`} />}
    </div>
  )
}

/** Says that an administrator has set it; `id` is for the `aria-describedby` of the locked controls. */
export function SetByOrganization({ id }: { readonly id?: string }) {
  return (
    <p class="set-by-organization" id={id}>
      <LockIcon />
      {message('options_policySet')}
    </p>
  )
}

function describedBy(id: string, locked: boolean): string {
  return locked ? `${id} ${id}-locked` : id
}
