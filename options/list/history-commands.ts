import { message } from '../../src/browser/i18n'
import { type SavedVersion, textOfVersion } from '../../src/storage/history'
import type { ListUnit } from './list-unit'
import type { ReplaceText } from './replace-text'

/** The earlier versions of the list. */
export interface HistoryCommands {
  compare(version: SavedVersion): void
  restore(text: string): void
  close(): void
}

export function historyCommands(
  { dispatch, editor }: ListUnit,
  { putInAndSave }: ReplaceText,
): HistoryCommands {
  return {
    async compare(version) {
      try {
        const { time } = version
        const comparing = { time, text: await textOfVersion(version), current: editor.current?.text() ?? '' }
        dispatch({ kind: 'comparing', comparing })
      } catch {
        dispatch({ kind: 'version-unreadable' })
      }
    },
    restore(text) {
      const sentences = { saved: message('options_restoredSaved'), unsaved: message('options_restored') }
      putInAndSave(text, sentences, { kind: 'restored', text })
    },
    close: () => dispatch({ kind: 'comparing', comparing: undefined }),
  }
}
