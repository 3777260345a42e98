import type { ComponentChildren } from 'preact'
import { type MessageKey, message } from '../src/browser/message'
import { orders } from '../src/roles/order'
import { densities, type Settings, themes } from '../src/storage/settings'
import { settingsObstacleSentence } from './sentences'
import type { State } from './state'

const themeLabels = {
  system: 'options_themeSystem',
  light: 'options_themeLight',
  dark: 'options_themeDark',
} as const

const orderLabels = {
  file: 'options_orderFile',
  name: 'options_orderName',
  recent: 'options_orderRecent',
} as const

const densityLabels = {
  comfortable: 'options_densityComfortable',
  compact: 'options_densityCompact',
} as const

interface SettingsPanelProps {
  readonly settings: State['settings']
  onChange(settings: Settings): void
}

/** The settings of the menu; each change counts at once. */
export function SettingsPanel({ settings, onChange }: SettingsPanelProps) {
  return (
    <section class="card settings" aria-labelledby="settings">
      <h2 id="settings">{message('options_settings')}</h2>
      {settings.kind === 'value' ? (
        <Fields settings={settings.value} onChange={onChange} />
      ) : (
        <SettingsObstacle obstacle={settings} />
      )}
    </section>
  )
}

function SettingsObstacle({
  obstacle,
}: {
  readonly obstacle: Exclude<State['settings'], { kind: 'value' }>
}) {
  const sentence = settingsObstacleSentence(obstacle)
  return sentence === undefined ? null : <p role="alert">{sentence}</p>
}

interface FieldsProps {
  readonly settings: Settings
  onChange(settings: Settings): void
}

function Fields({ settings, onChange }: FieldsProps) {
  return (
    <>
      <Check
        id="hide-account-ids"
        label={message('options_hideAccountIds')}
        explanation={message('options_hideAccountIdsExplained')}
        checked={settings.hideAccountIds}
        onChange={hideAccountIds => onChange({ ...settings, hideAccountIds })}
      />
      <Check
        id="only-matching-roles"
        label={message('options_onlyMatchingRoles')}
        explanation={message('options_onlyMatchingRolesExplained')}
        checked={settings.onlyMatchingRoles}
        onChange={onlyMatchingRoles => onChange({ ...settings, onlyMatchingRoles })}
      />
      <Choice
        id="order"
        label={message('options_order')}
        explanation={message('options_orderExplained')}
        names={orders}
        labels={orderLabels}
        chosen={settings.order}
        onChange={order => onChange({ ...settings, order })}
      />
      <Choice
        id="density"
        label={message('options_density')}
        explanation={message('options_densityExplained')}
        names={densities}
        labels={densityLabels}
        chosen={settings.density}
        onChange={density => onChange({ ...settings, density })}
      />
      <Choice
        id="theme"
        label={message('options_theme')}
        explanation={message('options_themeExplained')}
        names={themes}
        labels={themeLabels}
        chosen={settings.theme}
        onChange={theme => onChange({ ...settings, theme })}
      />
    </>
  )
}

interface CheckProps {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly checked: boolean
  onChange(checked: boolean): void
}

function Check({ id, label, explanation, checked, onChange }: CheckProps) {
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

/** A few names of which one is chosen. */
function Choice<Name extends string>(props: ChoiceProps<Name>) {
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

function Setting({ id, explanation, children }: SettingProps) {
  return (
    <div class="setting">
      {children}
      <p class="explanation" id={id}>
        {explanation}
      </p>
    </div>
  )
}
