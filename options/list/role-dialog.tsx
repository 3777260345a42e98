import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { regions } from '../../src/aws/regions'
import { message } from '../../src/browser/i18n'
import { knownValues } from '../../src/config/assist/completions'
import { writtenColor } from '../../src/config/edit/color-style'
import { checkForm, type RoleField } from '../../src/config/edit/role-form'
import type { Diagnostic } from '../../src/config/parse/diagnostic'
import { keyRows } from '../../src/config/parse/key-rows'
import type { Profile } from '../../src/config/parse/profile'
import { requestPlaceholders } from '../../src/lib/request-url'
import { CloseIcon } from '../../styles/icons/settings-icons'
import { diagnosticSentence } from '../parts/diagnostic-sentences'
import { useModal } from '../parts/use-modal'
import type { RoleCommands } from './role-commands'
import type { RoleDialogState } from './state'

interface RoleDialogProps {
  readonly role: RoleCommands
  readonly dialog: RoleDialogState
  readonly profiles: readonly Profile[]
}

const placeholders = requestPlaceholders.map(name => `{${name}}`).join(' ')

/** The form that adds a role to the text, or changes one. */
export function RoleDialog({ role, dialog, profiles }: RoleDialogProps) {
  const element = useModal(role.close)

  const { form, editing } = dialog
  const known = useMemo(() => knownValues(profiles), [profiles])
  const title = editing ? message('options_editRole', editing.name) : message('options_addRole')
  const diagnostics = checkForm(form)
  const isTaken =
    form.name !== editing?.name && profiles.some(({ name, written }) => (written ?? name) === form.name)
  const base = profiles.find(({ name }) => name === form.sourceProfile)
  const set = (field: RoleField) => (value: string) => role.change({ ...form, [field]: value })
  const field = (name: RoleField, label: string) => ({
    name,
    label,
    value: form[name],
    diagnostic: diagnostics.get(name),
    onValue: set(name),
  })
  /** Field labels, in form order. A key whose row has a `form` needs one here. */
  const inputs: Readonly<Record<RoleField, ComponentChildren>> = {
    name: (
      <Field
        {...field('name', message('options_fieldName'))}
        required
        half
        error={isTaken ? message('options_nameTaken') : undefined}
      />
    ),
    color: (
      <Field {...field('color', message('options_fieldColor'))} half>
        <input
          type="color"
          class="color-input"
          aria-label={message('options_pickColorPlain')}
          value={`#${writtenColor(form.color) ?? 'ffffff'}`}
          onInput={event => set('color')(event.currentTarget.value)}
        />
      </Field>
    ),
    sourceProfile: (
      <Field
        {...field('sourceProfile', message('options_fieldBase'))}
        list={known.profiles}
        hint={message('options_fieldBaseHint')}
      />
    ),
    account: (
      <Field {...field('account', message('options_fieldAccount'))} required={editing?.account !== ''} half />
    ),
    roleName: (
      <Field
        {...field('roleName', message('options_fieldRole'))}
        required={base?.targetRoleName === undefined && editing?.roleName !== ''}
        placeholder={base?.targetRoleName}
        list={known.roleNames}
        half
      />
    ),
    group: <Field {...field('group', message('options_fieldGroup'))} list={known.groups} half />,
    region: (
      <Field
        {...field('region', message('options_fieldRegion'))}
        list={regions}
        placeholder={base?.targetRegion}
        half
      />
    ),
    reader: (
      <Field
        {...field('reader', message('options_fieldReader'))}
        list={known.profiles}
        hint={message('options_fieldReaderHint')}
        half
      />
    ),
    confirm: (
      <Field
        {...field('confirm', message('options_fieldConfirm'))}
        list={keyRows.confirm.values}
        hint={message('options_fieldConfirmHint')}
        half
      />
    ),
    reason: (
      <Field
        {...field('reason', message('options_fieldReason'))}
        list={keyRows.reason.values}
        hint={message('options_fieldReasonHint')}
        half
      />
    ),
    requestUrl: (
      <Field
        {...field('requestUrl', message('options_fieldRequest'))}
        hint={message('options_fieldRequestHint', placeholders)}
      />
    ),
    description: <Field {...field('description', message('options_fieldDescription'))} />,
  }

  return (
    <dialog ref={element} class="dialog" aria-labelledby="role-title">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (diagnostics.size === 0 && !isTaken) role.submit()
          else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
        }}
      >
        <header>
          <h2 id="role-title">{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={message('options_cancel')}
            onClick={role.close}
          >
            <CloseIcon />
          </button>
        </header>
        <div class="fields">{Object.values(inputs)}</div>
        <footer>
          <button type="button" class="button" onClick={role.close}>
            {message('options_cancel')}
          </button>
          <button type="submit" class="button primary">
            {editing ? message('options_change') : message('options_add')}
          </button>
        </footer>
      </form>
    </dialog>
  )
}

interface FieldProps {
  readonly name: RoleField
  readonly label: string
  readonly value: string
  readonly diagnostic: Diagnostic | undefined
  readonly error?: string | undefined
  readonly hint?: string
  readonly required?: boolean
  readonly placeholder?: string | undefined
  readonly list?: readonly string[]
  /** Whether two fields are next to each other, if there is room. */
  readonly half?: boolean
  readonly children?: ComponentChildren
  onValue(value: string): void
}

/** Maximum number of suggestions given to the browser: nobody looks through more. */
const maxSuggestions = 500

function Field(props: FieldProps) {
  const { name, label, value, diagnostic, hint, required, placeholder, list, half, children, onValue } = props
  const error = diagnostic ? diagnosticSentence(diagnostic) : props.error
  const fix = diagnostic?.fix?.text
  return (
    <div class={half ? 'field half' : 'field'}>
      <label for={`role-${name}-field`}>{label}</label>
      <div class="field-input">
        <input
          type="text"
          id={`role-${name}-field`}
          class="text-input"
          required={required}
          autofocus={name === 'name'}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          list={list && `role-${name}-list`}
          aria-invalid={error !== undefined}
          aria-describedby={error || hint ? `role-${name}-note` : undefined}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
        {children}
      </div>
      {list && (
        <datalist id={`role-${name}-list`}>
          {list.slice(0, maxSuggestions).map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {(error || hint) && (
        <p class={error ? 'field-error' : 'field-hint'} id={`role-${name}-note`}>
          {error ?? hint}
        </p>
      )}
      {fix !== undefined && (
        <button type="button" class="button small" onClick={() => onValue(fix)}>
          {message('options_fixWith', fix)}
        </button>
      )}
    </div>
  )
}
