import { message, type PlainKey } from '../../src/browser/i18n'
import { type SettingPanel, settingsOf } from '../../src/settings/setting-words'
import { SettingField } from '../parts/setting-field'
import { settingsReadFailureSentence } from './settings-sentences'
import type { SettingsUnit } from './use-settings'

interface SettingsPanelProps {
  readonly title: PlainKey
  readonly panel: SettingPanel
  readonly settings: SettingsUnit
  /** The groups of the list, for a setting that names some. */
  readonly groups?: readonly string[]
}

/** Settings that belong together; each change takes effect at once. */
export function SettingsPanel({ title, panel, settings, groups }: SettingsPanelProps) {
  const { chosen, policy, saved } = settings.state
  if (chosen.kind === 'loading') return null
  return (
    <section class="card" aria-labelledby={`${panel}-title`}>
      <h2 id={`${panel}-title`}>{message(title)}</h2>
      {chosen.kind === 'value' ? (
        settingsOf(panel).map(name => (
          <SettingField
            key={name}
            name={name}
            settings={chosen.value}
            locked={policy.locked}
            saved={saved}
            suggestions={groups}
            onChange={settings.change}
          />
        ))
      ) : (
        <p role="alert">{settingsReadFailureSentence(chosen)}</p>
      )}
    </section>
  )
}
