import { message } from '../src/browser/i18n'
import { notImportedSentence } from './list/list-sentences'
import type { Failure } from './state'

/** Returns what failed, with the browser's own message if it gave one. */
export function failureSentence(failure: Failure): string {
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
      return notImportedSentence(failure.file, failure.reason)
  }
}
