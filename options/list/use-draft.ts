import { useEffect, useRef } from 'preact/hooks'
import { errorText } from '../../src/lib/error-text'
import { dropDraft, keepDraft } from '../../src/storage/drafts'
import { hasUnsavedChanges, type ListAction, type ListState } from './state'

/** Stores the editor's text while it isn't saved, so that it survives a reload. */
export function useDraft(
  state: ListState,
  dispatch: (action: ListAction) => void,
  currentText: () => string | undefined,
): void {
  const isKept = useRef(false)
  const unsaved = hasUnsavedChanges(state)
  const { page, hadDraft, saved, saving, settles, changedElsewhere } = state
  const text = state.findings?.text

  const fail = (error: unknown) => dispatch({ kind: 'draft-not-kept', message: errorText(error) })

  useEffect(() => {
    isKept.current ||= hadDraft
  }, [hadDraft])

  useEffect(() => {
    if (page === undefined) return
    if (unsaved && text !== undefined && text !== (saving ?? saved)) {
      // The last check may be of an older text, which would come back in place of one that is saved by then.
      if (text !== currentText()) return
      isKept.current = true
      keepDraft(page, text, changedElsewhere ? undefined : saved, settles).catch(fail)
    } else if (!unsaved && isKept.current) {
      isKept.current = false
      dropDraft(page).catch(fail)
    }
  }, [page, unsaved, text, settles, changedElsewhere])
}
