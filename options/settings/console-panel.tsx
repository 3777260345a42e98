import { message } from '../../src/browser/i18n'
import { settingWords } from '../../src/settings/setting-words'
import { type Settings, wantsMarks } from '../../src/settings/settings'
import { Check, SettingCheck } from '../parts/setting-field'
import type { SettingsUnit } from './use-settings'

/** Each needs the console's hosts; `needsGroups`, tab groups too. */
const marks = [
  { name: 'markTabs', needsGroups: false },
  { name: 'markPages', needsGroups: false },
  { name: 'groupTabs', needsGroups: true },
] as const

interface ConsolePanelProps {
  readonly unit: SettingsUnit
  readonly settings: Settings
}

/** What Rolecall does outside the tab where its button was pressed, with the user's permission. */
export function ConsolePanel({ unit, settings }: ConsolePanelProps) {
  const { access, policy } = unit.state
  const { locked } = policy
  const groups = access.hosts && access.tabGroups && settings.groupTabs
  return (
    <section class="card settings" aria-labelledby="console-tabs">
      <h2 id="console-tabs">{message('options_consoleTabs')}</h2>
      <Check
        id="console-access"
        label={message(settingWords.openSessions.label)}
        explanation={message(settingWords.openSessions.explanation)}
        checked={access.hosts}
        onChange={hosts => {
          // Without the hosts there are no marks and no groups: both permissions go, and neither comes back unasked.
          const marksOff = hosts ? {} : { markTabs: false, markPages: false, groupTabs: false }
          unit.changeAccess(
            { hosts, tabGroups: hosts && access.tabGroups },
            { ...settings, ...marksOff, openSessions: hosts },
          )
        }}
      />
      {marks.map(({ name, needsGroups }) => {
        const isAllowed = access.hosts && (access.tabGroups || !needsGroups)
        return (
          <SettingCheck
            key={name}
            name={name}
            // Without access there are no marks, whatever the user chose.
            settings={{ ...settings, [name]: isAllowed && settings[name] }}
            locked={locked}
            onChange={({ [name]: on }) => {
              const changed = { ...settings, [name]: on }
              if (on) unit.changeAccess({ hosts: true, tabGroups: access.tabGroups || needsGroups }, changed)
              else {
                const hosts = access.hosts && (changed.openSessions || wantsMarks(changed))
                unit.changeAccess({ hosts, tabGroups: access.tabGroups && !needsGroups }, changed)
              }
            }}
          />
        )
      })}
      {groups && (
        <SettingCheck name="signOutWithGroup" settings={settings} locked={locked} onChange={unit.change} />
      )}
    </section>
  )
}
