import { message, type PlainKey } from '../../src/browser/i18n'
import { valueIn } from '../../src/browser/stored-item'
import { settingsOf } from '../../src/settings/setting-words'
import { SettingField } from '../parts/setting-field'
import type { SettingsUnit } from '../settings/use-settings'
import { isTroubled, syncFullness, syncSentence } from './sync-sentences'
import type { Sync } from './use-sync'

interface SyncPanelProps {
  readonly sync: Sync
  readonly settings: SettingsUnit
}

const writeLabels: Readonly<Record<string, PlainKey>> = {
  refused: 'options_syncRetry',
  emptied: 'options_syncFill',
}

/** Whether the text follows the user to other browsers, how far it has got, and how much room there is. */
export function SyncPanel({ sync, settings }: SyncPanelProps) {
  const { bytes, reading } = sync.state
  const { chosen, policy, saved } = settings.state
  if (chosen.kind !== 'value' || !reading) return null
  const isStuck = isTroubled(reading)
  const trouble = isStuck ? valueIn(reading)?.trouble : undefined
  const canWrite = trouble && ['refused', 'incomplete', 'damaged', 'emptied'].includes(trouble.kind)
  const fullness = bytes === undefined ? undefined : syncFullness(bytes)
  return (
    <section class="card" aria-labelledby="sync-title">
      <h2 id="sync-title">{message('options_sync')}</h2>
      {settingsOf('sync').map(name => (
        <SettingField
          key={name}
          name={name}
          settings={chosen.value}
          locked={policy.locked}
          saved={saved}
          onChange={settings.change}
        />
      ))}
      {chosen.value.sync && (
        <>
          <p class={isStuck ? 'sync-state troubled' : 'sync-state'} role="status">
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
