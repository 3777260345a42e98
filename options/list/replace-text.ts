import { withoutSecrets } from '../../src/config/secrets/without-secrets'
import { errorText } from '../../src/lib/error-text'
import { lineRanges } from '../../src/lib/line-ranges'
import { saveList } from '../../src/list/save-list'
import type { CheckedText } from './check-text'
import type { ListUnit } from './list-unit'
import { hasUnsavedChanges, type ListAction } from './state'

/** Saves texts and puts others in their place. */
export interface ReplaceText {
  /** `removed` are lines of an imported file that access keys were removed from, as in `Outcome`. */
  save(written: string, removed?: string): Promise<void>
  /** Puts another text into the editor, says so, and offers to put the previous one back. */
  putIn(sentence: string, action: ListAction): void
  /**
   * Puts another text in place of the list and saves it. Unsaved changes aren't saved along with it: then it is only put
   * into the editor.
   */
  putInAndSave(
    text: string,
    sentences: { readonly saved: string; readonly unsaved: string },
    action: ListAction,
    removed?: string,
  ): void
}

/** `lastCheck` returns the last check of the editor's text, which spares parsing it again. */
export function replaceTextIn(unit: ListUnit, lastCheck: () => CheckedText | undefined): ReplaceText {
  const { state, dispatch, editor, offerUndo } = unit

  const save = async (written: string, removed = '') => {
    if (state.readFailure || state.saving !== undefined) return
    const { text, lines } = withoutSecrets(written)
    // The storage is asked before the page is drawn again.
    const saving = saveList(text, { settles: state.settles, page: state.page, checked: lastCheck() })
    dispatch({ kind: 'save-began', text, changed: text !== written })
    try {
      const { roles, forgotten } = await saving
      dispatch({ kind: 'save-ended', roles, secrets: lineRanges(lines) || removed, forgotten })
    } catch (error) {
      dispatch({ kind: 'save-failed', message: errorText(error) })
    }
  }

  const putIn: ReplaceText['putIn'] = (sentence, action) => {
    const { settles, changedElsewhere } = state
    const before = { text: editor.current?.text() ?? '', settles, changedElsewhere }
    dispatch(action)
    offerUndo(sentence, () => dispatch({ kind: 'put-back', before }))
  }

  const putInAndSave: ReplaceText['putInAndSave'] = (text, sentences, action, removed) => {
    if (hasUnsavedChanges(state) || state.settles !== undefined) return putIn(sentences.unsaved, action)
    const { changedElsewhere } = state
    const before = { text: editor.current?.text() ?? '', settles: undefined, changedElsewhere }
    dispatch(action)
    void save(text, removed)
    offerUndo(sentences.saved, () => {
      dispatch({ kind: 'put-back', before })
      void save(before.text)
    })
  }

  return { save, putIn, putInAndSave }
}
