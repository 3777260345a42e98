import type { ComponentChildren } from 'preact'
import { message } from '../src/browser/message'
import type { Settings } from '../src/storage/settings'
import { settingsObstacleSentence } from './sentences'
import type { State } from './state'

const themes = [
  { theme: 'system', label: 'options_themeSystem' },
  { theme: 'light', label: 'options_themeLight' },
  { theme: 'dark', label: 'options_themeDark' },
] as const

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
      <Setting id="hide-account-ids" explanation={message('options_hideAccountIdsExplained')}>
        <label class="choice">
          <input
            type="checkbox"
            aria-describedby="hide-account-ids"
            checked={settings.hideAccountIds}
            onChange={event => onChange({ ...settings, hideAccountIds: event.currentTarget.checked })}
          />
          {message('options_hideAccountIds')}
        </label>
      </Setting>
      <Setting id="only-matching-roles" explanation={message('options_onlyMatchingRolesExplained')}>
        <label class="choice">
          <input
            type="checkbox"
            aria-describedby="only-matching-roles"
            checked={settings.onlyMatchingRoles}
            onChange={event => onChange({ ...settings, onlyMatchingRoles: event.currentTarget.checked })}
          />
          {message('options_onlyMatchingRoles')}
        </label>
      </Setting>
      <Setting id="theme" explanation={message('options_themeExplained')}>
        <div role="radiogroup" aria-labelledby="theme-label" aria-describedby="theme">
          <p class="setting-label" id="theme-label">
            {message('options_theme')}
          </p>
          <div class="segments">
            {themes.map(({ theme, label }) => (
              <label key={theme}>
                <input
                  type="radio"
                  name="theme"
                  checked={settings.theme === theme}
                  onChange={() => onChange({ ...settings, theme })}
                />
                {message(label)}
              </label>
            ))}
          </div>
        </div>
      </Setting>
    </>
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
