import { message } from '../src/browser/message'
import { orders } from '../src/roles/order'
import { densities, type Settings, themes } from '../src/storage/settings'
import { settingsObstacleSentence } from './sentences'
import { Check, Choice, Names } from './setting'
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
  frequent: 'options_orderFrequent',
  group: 'options_orderGroup',
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
      <Names
        id="confirm-groups"
        label={message('options_confirmGroups')}
        explanation={message('options_confirmGroupsExplained')}
        names={settings.confirmGroups}
        onChange={confirmGroups => onChange({ ...settings, confirmGroups })}
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
