import { message } from '../../src/browser/i18n'
import { hasContainers } from '../../src/browser/runtime'
import { settingsOf, settingWords } from '../../src/settings/setting-words'
import type { Settings } from '../../src/settings/settings'
import type { ReadFailure } from '../parts/read-failure'
import { SettingField } from '../parts/setting-field'
import type { CheckedPolicy } from './check-policy'
import { policyFailureSentence } from './policy-sentences'
import { settingsReadFailureSentence } from './settings-sentences'
import type { SettingsUnit } from './use-settings'

/** The menu's settings; each change takes effect at once. */
export function SettingsPanel({ settings }: { readonly settings: SettingsUnit }) {
  const { chosen, policy } = settings.state
  return (
    <section class="card settings" aria-labelledby="settings">
      <h2 id="settings">{message('options_settings')}</h2>
      {chosen.kind === 'value' ? (
        <Fields settings={chosen.value} locked={policy.locked} onChange={settings.change} />
      ) : (
        <SettingsReadFailure readFailure={chosen} />
      )}
      {policy.failures.length > 0 && <Ignored failures={policy.failures} />}
    </section>
  )
}

function SettingsReadFailure({ readFailure }: { readonly readFailure: ReadFailure }) {
  const sentence = settingsReadFailureSentence(readFailure)
  return sentence === undefined ? null : <p role="alert">{sentence}</p>
}

/** The administrator's settings that are ignored, and why. */
function Ignored({ failures }: Pick<CheckedPolicy, 'failures'>) {
  return (
    <div class="setting policy-problems">
      <p>{message('options_policyIgnored')}</p>
      <ul>
        {failures.map(failure => (
          <li key={JSON.stringify(failure)}>{policyFailureSentence(failure)}</li>
        ))}
      </ul>
    </div>
  )
}

interface FieldsProps {
  readonly settings: Settings
  readonly locked: CheckedPolicy['locked']
  onChange(settings: Settings): void
}

function Fields({ settings, locked, onChange }: FieldsProps) {
  return settingsOf('menu')
    .filter(name => hasContainers || !settingWords[name].inFirefox)
    .map(name => (
      <SettingField key={name} name={name} settings={settings} locked={locked} onChange={onChange} />
    ))
}
