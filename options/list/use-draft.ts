import { useEffect, useRef, useState } from 'preact/hooks'
import { claimPageId } from '../../src/browser/page-id'
import { errorText } from '../../src/lib/error-text'
import { type Draft, dropDraft, keepDraft, takeDraft } from '../../src/storage/drafts'
import { hasUnsavedChanges, type ListAction, type ListState } from './state'

/** Stores the unsaved text, so that it survives a reload, and restores it. */
export interface DraftKeeper {
  readonly page: string | undefined
  /**
   * Returns the text that was unsaved when a page was left: by a reload, by an update of the extension, or by closing the
   * browser. Never rejects.
   */
  takeLeft(inForce: string): Promise<Draft | undefined>
}

/** Stores the editor's text while it isn't saved. */
export function useDraft(
  state: ListState,
  dispatch: (action: ListAction) => void,
  currentText: () => string | undefined,
): DraftKeeper {
  const [page, setPage] = useState<string>()
  const isKept = useRef(false)
  const unsaved = hasUnsavedChanges(state)
  const { saved, saving, settles, changedElsewhere } = state
  const text = state.findings?.text

  const fail = (error: unknown) => dispatch({ kind: 'draft-not-kept', message: errorText(error) })

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

  const takeLeft = async (inForce: string) => {
    try {
      const id = await claimPageId()
      setPage(id)
      const draft = await takeDraft(id, inForce)
      isKept.current = draft !== undefined
      return draft
    } catch (error) {
      fail(error)
      return undefined
    }
  }
  return { page, takeLeft }
}
