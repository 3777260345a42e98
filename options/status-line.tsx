import { countMessage, message } from '../src/browser/i18n'
import { DoneIcon } from '../styles/icons/settings-icons'
import type { List } from './list/use-list'
import type { SettingsUnit } from './settings/use-settings'
import { isTroubled, shortSyncText, syncPercent } from './sync/sync-sentences'
import type { Sync } from './sync/use-sync'

interface StatusLineProps {
  readonly list: List
  readonly sync: Sync
  readonly settings: SettingsUnit
}

/** The line below the editor: problems, number of roles, and how far the list has got. */
export function StatusLine({ list, sync, settings }: StatusLineProps) {
  const { findings: found, readFailure } = list.state
  // The empty text in place of a list that can't be read says nothing about that list.
  const findings = readFailure ? undefined : found
  const { chosen } = settings.state
  const hasProblems = findings !== undefined && findings.diagnostics.length > 0
  return (
    <div class="status-line">
      {findings && !hasProblems && (
        <p class="messages-none">
          <DoneIcon />
          {message('options_noMessages')}
        </p>
      )}
      {findings && <p>{countMessage('options_roles', findings.targets.roles.length)}</p>}
      {findings && chosen.kind === 'value' && <SyncText sync={sync} isOn={chosen.value.sync} />}
      {hasProblems && <p class="key-hint">{message('options_nextMessageKey')}</p>}
    </div>
  )
}

function SyncText({ sync, isOn }: { readonly sync: Sync; readonly isOn: boolean }) {
  const { reading, bytes } = sync.state
  if (!isOn) return <p>{message('options_syncOffShort')}</p>
  if (!reading) return null
  const text = shortSyncText(reading)
  return (
    <>
      <p>{isTroubled(reading) ? <a href="#team/sync">{text}</a> : text}</p>
      {bytes !== undefined && <p>{message('options_syncPercentShort', syncPercent(bytes))}</p>}
    </>
  )
}
