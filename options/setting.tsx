import type { ComponentChildren } from 'preact'
import { type MessageKey, message } from '../src/browser/message'

interface CheckProps {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly checked: boolean
  onChange(checked: boolean): void
}

/** A setting that is on or off. */
export function Check({ id, label, explanation, checked, onChange }: CheckProps) {
  return (
    <Setting id={id} explanation={explanation}>
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby={id}
          checked={checked}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
    </Setting>
  )
}

interface ChoiceProps<Name extends string> {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly names: readonly Name[]
  readonly labels: Readonly<Record<Name, MessageKey>>
  readonly chosen: Name
  onChange(name: Name): void
}

/** A setting with a few names of which one is chosen. */
export function Choice<Name extends string>(props: ChoiceProps<Name>) {
  const { id, label, explanation, names, labels, chosen, onChange } = props
  return (
    <Setting id={id} explanation={explanation}>
      <div role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={id}>
        <p class="setting-label" id={`${id}-label`}>
          {label}
        </p>
        <div class="segments">
          {names.map(name => (
            <label key={name}>
              <input type="radio" name={id} checked={name === chosen} onChange={() => onChange(name)} />
              {message(labels[name])}
            </label>
          ))}
        </div>
      </div>
    </Setting>
  )
}

interface SettingProps {
  /** Of the explanation, for `aria-describedby`. */
  readonly id: string
  readonly explanation: string
  readonly children: ComponentChildren
}

/** A control with what explains it. */
export function Setting({ id, explanation, children }: SettingProps) {
  return (
    <div class="setting">
      {children}
      <p class="explanation" id={id}>
        {explanation}
      </p>
    </div>
  )
}
