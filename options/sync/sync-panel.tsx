import { message, type PlainKey } from '../../src/browser/i18n'
import { type Reading, valueIn } from '../../src/browser/stored-item'
import { settingWords } from '../../src/settings/setting-words'
import type { Settings } from '../../src/settings/settings'
import type { SyncState } from '../../src/sync-codec/sync-state'
import { Check } from '../parts/setting-field'
import { syncFullness, syncSentence } from './sync-sentences'
import type { Sync } from './use-sync'

interface SyncPanelProps {
  readonly sync: Sync
  /** Its state, as stored. */
  readonly reading: Reading<SyncState>
  readonly settings: Settings
  /** Whether an administrator has locked sync on or off. */
  readonly locked: boolean
  onSettings(settings: Settings): void
}

const writeLabels: Readonly<Record<string, PlainKey>> = {
  refused: 'options_syncRetry',
  emptied: 'options_syncFill',
}

/** Whether the text follows the user to other browsers, how far it has got, and how much room there is. */
export function SyncPanel({ sync, reading, settings, locked, onSettings }: SyncPanelProps) {
  const { bytes } = sync.state
  const found = valueIn(reading)?.trouble
  const arriving = found && 'overdue' in found && !found.overdue
  const trouble = arriving ? undefined : found
  const isTroubled = trouble !== undefined || reading.kind !== 'value'
  const canWrite = trouble && ['refused', 'incomplete', 'damaged', 'emptied'].includes(trouble.kind)
  const fullness = bytes === undefined ? undefined : syncFullness(bytes)
  return (
    <section class="card panel" aria-labelledby="sync">
      <h2 id="sync">{message('options_sync')}</h2>
      <Check
        id="sync-on"
        label={message(settingWords.sync.label)}
        explanation={message(settingWords.sync.explanation)}
        checked={settings.sync}
        locked={locked}
        onChange={on => onSettings({ ...settings, sync: on })}
      />
      {settings.sync && (
        <>
          <p class={isTroubled ? 'sync-state troubled' : 'sync-state'} role="status">
            {syncSentence(reading)}
          </p>
          {canWrite && (
            <button type="button" class="button" onClick={sync.write}>
              {message(writeLabels[trouble.kind] ?? 'options_syncWrite')}
            </button>
          )}
          <div class={fullness && fullness.part > 1 ? 'fullness over' : 'fullness'}>
            {fullness && (
              <>
                <meter
                  min={0}
                  max={1}
                  high={0.9}
                  value={fullness.part}
                  aria-label={message('options_syncRoom')}
                  aria-valuetext={fullness.text}
                />
                <p>{fullness.text}</p>
              </>
            )}
          </div>
        </>
      )}
    </section>
  )
}
