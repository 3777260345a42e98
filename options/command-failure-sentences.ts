import { message } from '../src/browser/i18n'
import { importFailureSentence } from './list/list-sentences'
import type { CommandFailure } from './state'

/** Returns what failed, with the browser's own message if it gave one. */
export function commandFailureSentence(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'not-saved':
      return message('options_notSaved', failure.message)
    case 'settings-not-saved':
      return message('options_settingsNotSaved', failure.message)
    case 'not-restored':
      return message('options_notRestored')
    case 'not-done':
      return message('options_notDone', failure.message)
    case 'changed-meanwhile':
      return message('options_changedMeanwhile')
    case 'draft-not-kept':
      return message('options_draftNotKept', failure.message)
    case 'not-imported':
      return importFailureSentence(failure.file, failure.reason)
  }
}
