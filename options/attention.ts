import { countMessage, message } from '../src/browser/i18n'
import { valueIn } from '../src/browser/stored-item'
import type { Tab } from './places'
import type { State } from './state'
import { isTroubled } from './sync/sync-sentences'

/** Returns what needs the user's attention, in words, for each tab where something does. */
export function attentionIn({ list, team, sync, settings }: State): Partial<Readonly<Record<Tab, string>>> {
  const errors = list.findings?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0
  const inTeam = teamAttention(team) ?? syncAttention(sync, settings)
  return {
    ...(errors > 0 && { roles: countMessage('options_attentionErrors', errors) }),
    ...(settings.policy.failures.length > 0 && { menu: message('options_attentionPolicy') }),
    ...(inTeam !== undefined && { team: inTeam }),
    ...(list.history.kind !== 'value' && { history: message('options_attentionHistory') }),
  }
}

function teamAttention({ status, waits, senders }: State['team']): string | undefined {
  if (waits || senders.some(sender => sender.waits)) return message('options_attentionWaits')
  if (status?.failure || senders.some(({ failure }) => failure)) return message('options_attentionTeam')
  return undefined
}

function syncAttention({ reading }: State['sync'], { chosen }: State['settings']): string | undefined {
  if (!reading) return undefined
  if (valueIn(reading)?.conflicts.length) return message('options_attentionConflict')
  const isOn = chosen.kind === 'value' && chosen.value.sync
  return isOn && isTroubled(reading) ? message('options_attentionSync') : undefined
}
