import { message } from '../../../src/browser/i18n'

interface RoleNameFieldProps {
  readonly class: string
  readonly value: string
  onChange(roleName: string): void
}

/** The name of the role in each account of an organization. */
export function RoleNameField({ class: className, value, onChange }: RoleNameFieldProps) {
  return (
    <label class={className}>
      <span>{message('options_fieldRole')}</span>
      <input
        type="text"
        class="text-input"
        required
        spellcheck={false}
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
    </label>
  )
}
