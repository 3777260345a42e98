import { message } from '../src/browser/message'
import { Check } from './setting'

interface ConsolePanelProps {
  /** Whether the user lets Rolecall see the console's tabs. */
  readonly access: boolean
  onAccess(wanted: boolean): void
}

/** What Rolecall does beyond the tab that its button was pressed on, by the user's permission. */
export function ConsolePanel({ access, onAccess }: ConsolePanelProps) {
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
    </section>
  )
}
