import { message } from '../src/browser/message'
import type { SettingName, Settings } from '../src/storage/settings'
import { Check, SettingCheck } from './setting'

const marks = [
  { name: 'markTabs', label: 'options_markTabs', explanation: 'options_markTabsExplained' },
  { name: 'markPages', label: 'options_markPages', explanation: 'options_markPagesExplained' },
] as const

interface ConsolePanelProps {
  /** Whether the user lets Rolecall see the console's tabs. */
  readonly access: boolean
  readonly settings: Settings
  readonly locked: readonly SettingName[]
  onAccess(wanted: boolean): void
  onSettings(settings: Settings): void
}

/** What Rolecall does beyond the tab that its button was pressed on, by the user's permission. */
export function ConsolePanel({ access, settings, locked, onAccess, onSettings }: ConsolePanelProps) {
  return (
    <section class="card settings" aria-labelledby="console-tabs">
      <h2 id="console-tabs">{message('options_consoleTabs')}</h2>
      <Check
        id="console-access"
        label={message('options_consoleAccess')}
        explanation={message('options_consoleAccessExplained')}
        checked={access}
        onChange={onAccess}
      />
      {marks.map(({ name, label, explanation }) => (
        <SettingCheck
          key={name}
          name={name}
          label={label}
          explanation={explanation}
          // Without access there are no marks, whatever was chosen.
          settings={{ ...settings, [name]: access && settings[name] }}
          locked={locked}
          onChange={changed => {
            // The browser asks the user only in the handler of the press.
            if (changed[name] && !access) onAccess(true)
            onSettings({ ...settings, [name]: changed[name] })
          }}
        />
      ))}
    </section>
  )
}
