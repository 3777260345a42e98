import { message } from '../../src/browser/i18n'
import { settingsOf, settingWords } from '../../src/settings/setting-words'
import type { Settings } from '../../src/settings/settings'
import { Check } from '../parts/setting-field'
import { hasEffect, isOn, turned } from './console-access'
import { MarksField } from './marks-field'
import type { SettingsUnit } from './use-settings'

/** What Rolecall does outside the tab where its button was pressed, with the user's permission. */
export function ConsolePanel({ settings: unit }: { readonly settings: SettingsUnit }) {
  const { chosen } = unit.state
  if (chosen.kind !== 'value') return null
  return (
    <section class="card settings" aria-labelledby="console-tabs">
      <h2 id="console-tabs">{message('options_consoleTabs')}</h2>
      <Checks unit={unit} settings={chosen.value} />
    </section>
  )
}

function Checks({ unit, settings }: { readonly unit: SettingsUnit; readonly settings: Settings }) {
  const { access, policy } = unit.state
  const now = { access, settings }
  return settingsOf('console').map(name => {
    const { label, explanation, needs } = settingWords[name]
    if (!hasEffect(name, now)) return null
    if (name === 'marks') return <MarksField key={name} unit={unit} settings={settings} />
    return (
      <Check
        key={name}
        id={name}
        label={message(label)}
        explanation={message(explanation)}
        checked={isOn(name, now)}
        // Whether the hosts are allowed is the user's decision alone.
        locked={name !== 'openSessions' && policy.locked.includes(name)}
        onChange={on => {
          const { access: wanted, settings: changed } = turned(name, on, now)
          if (needs === undefined) unit.change(changed)
          else unit.changeAccess(wanted, changed)
        }}
      />
    )
  })
}
