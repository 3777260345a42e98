import { message } from '../../src/browser/i18n'
import { hasContainers } from '../../src/browser/runtime'
import { shells } from '../../src/lib/shell'
import { orders } from '../../src/roles/order'
import { densities, type Settings, themes } from '../../src/settings/settings'
import type { Obstacle } from '../parts/obstacle'
import { Choice, Names, SettingCheck } from '../parts/setting'
import type { CheckedPolicy } from './check-policy'
import { policyProblemSentence } from './policy-sentences'
import { settingsObstacleSentence } from './settings-sentences'
import type { SettingsUnit } from './use-settings'

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

const shellLabels = {
  platform: 'options_shellPlatform',
  posix: 'options_shellPosix',
  powershell: 'options_shellPowershell',
  cmd: 'options_shellCmd',
} as const

/** The settings of the menu; each change counts at once. */
export function SettingsPanel({ settings }: { readonly settings: SettingsUnit }) {
  const { chosen, policy } = settings.state
  return (
    <section class="card settings" aria-labelledby="settings">
      <h2 id="settings">{message('options_settings')}</h2>
      {chosen.kind === 'value' ? (
        <Fields settings={chosen.value} locked={policy.locked} onChange={settings.change} />
      ) : (
        <SettingsObstacle obstacle={chosen} />
      )}
      {policy.problems.length > 0 && <Ignored problems={policy.problems} />}
    </section>
  )
}

function SettingsObstacle({ obstacle }: { readonly obstacle: Obstacle }) {
  const sentence = settingsObstacleSentence(obstacle)
  return sentence === undefined ? null : <p role="alert">{sentence}</p>
}

/** What an administrator has set in vain, and why. */
function Ignored({ problems }: Pick<CheckedPolicy, 'problems'>) {
  return (
    <div class="setting policy-problems">
      <p>{message('options_policyIgnored')}</p>
      <ul>
        {problems.map(problem => (
          <li key={JSON.stringify(problem)}>{policyProblemSentence(problem)}</li>
        ))}
      </ul>
    </div>
  )
}

const checks = [
  {
    name: 'hideAccountIds',
    label: 'options_hideAccountIds',
    explanation: 'options_hideAccountIdsExplained',
  },
  {
    name: 'onlyMatchingRoles',
    label: 'options_onlyMatchingRoles',
    explanation: 'options_onlyMatchingRolesExplained',
  },
  { name: 'images', label: 'options_images', explanation: 'options_imagesExplained' },
] as const

interface FieldsProps {
  readonly settings: Settings
  readonly locked: CheckedPolicy['locked']
  onChange(settings: Settings): void
}

function Fields({ settings, locked, onChange }: FieldsProps) {
  return (
    <>
      {checks.map(check => (
        <SettingCheck key={check.name} {...check} settings={settings} locked={locked} onChange={onChange} />
      ))}
      <Choice
        id="order"
        label={message('options_order')}
        explanation={message('options_orderExplained')}
        names={orders}
        labels={orderLabels}
        chosen={settings.order}
        locked={locked.includes('order')}
        onChange={order => onChange({ ...settings, order })}
      />
      <Names
        id="confirm-groups"
        label={message('options_confirmGroups')}
        explanation={message('options_confirmGroupsExplained')}
        names={settings.confirmGroups}
        locked={locked.includes('confirmGroups')}
        onChange={confirmGroups => onChange({ ...settings, confirmGroups })}
      />
      {hasContainers && (
        <SettingCheck
          name="containers"
          label="options_containers"
          explanation="options_containersExplained"
          settings={settings}
          locked={locked}
          onChange={onChange}
        />
      )}
      <Choice
        id="density"
        label={message('options_density')}
        explanation={message('options_densityExplained')}
        names={densities}
        labels={densityLabels}
        chosen={settings.density}
        locked={locked.includes('density')}
        onChange={density => onChange({ ...settings, density })}
      />
      <Choice
        id="shell"
        label={message('options_shell')}
        explanation={message('options_shellExplained')}
        names={shells}
        labels={shellLabels}
        chosen={settings.shell}
        locked={locked.includes('shell')}
        onChange={shell => onChange({ ...settings, shell })}
      />
      <Choice
        id="theme"
        label={message('options_theme')}
        explanation={message('options_themeExplained')}
        names={themes}
        labels={themeLabels}
        chosen={settings.theme}
        locked={locked.includes('theme')}
        onChange={theme => onChange({ ...settings, theme })}
      />
    </>
  )
}
