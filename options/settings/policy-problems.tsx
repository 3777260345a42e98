import { message } from '../../src/browser/i18n'
import { SeverityIcon } from '../../styles/icons/settings-icons'
import { policyFailureSentence } from './policy-sentences'
import type { SettingsUnit } from './use-settings'

/** The administrator's settings that are ignored, and why. */
export function PolicyProblems({ settings }: { readonly settings: SettingsUnit }) {
  const { failures } = settings.state.policy
  if (failures.length === 0) return null
  return (
    <section class="notice warning policy-problems">
      <SeverityIcon severity="warning" />
      <div>
        <p>{message('options_policyIgnored')}</p>
        <ul>
          {failures.map(failure => (
            <li key={JSON.stringify(failure)}>{policyFailureSentence(failure)}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
