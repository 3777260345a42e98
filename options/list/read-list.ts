import { claimPageId } from '../../src/browser/locks'
import type { Reading } from '../../src/browser/stored-item'
import { errorText } from '../../src/lib/error-text'
import { inTurn } from '../../src/lib/in-turn'
import { habitsOf } from '../../src/roles/role-use'
import { hasDrafts, takeDraft } from '../../src/storage/drafts'
import { historyItem } from '../../src/storage/history'
import { listItem } from '../../src/storage/list-item'
import { readMenuLayout } from '../../src/storage/menu-layout'
import { readUsedRoles } from '../../src/storage/used-roles'
import type { ListAction } from './state'

/**
 * Reads the list, its history and how its roles were used, and follows them until `signal` aborts. The first list is
 * delivered together with the text, if any, that was unsaved when a page was left: by a reload, by an update of the
 * extension, or by closing the browser. Returns the initial readings.
 */
export function readList(
  dispatch: (action: ListAction) => void,
  signal: AbortSignal,
): readonly Promise<unknown>[] {
  const page = claimPageId()
  const mayHaveDraft = hasDrafts().catch(() => true)
  page.then(page => dispatch({ kind: 'page-claimed', page })).catch(() => {})
  const draftOf = async (inForce: string) => {
    try {
      return (await mayHaveDraft) ? await takeDraft(await page, inForce) : undefined
    } catch (error) {
      dispatch({ kind: 'draft-not-kept', message: errorText(error) })
      return undefined
    }
  }
  const inOrder = inTurn()
  let isFirst = true
  // Both at once: a write in between would push one of them out.
  const tellList = async (reading: Reading<string>) => {
    const draft = isFirst && reading.kind === 'value' ? await draftOf(reading.value) : undefined
    isFirst &&= reading.kind !== 'value'
    dispatch({ kind: 'configuration-read', reading })
    if (draft) dispatch({ kind: 'draft-taken', draft })
  }
  let told: Promise<unknown> | undefined
  const followed = listItem.follow(reading => {
    told = inOrder(() => tellList(reading))
  }, signal)
  return [
    followed
      .then(() => told)
      .catch(error => dispatch({ kind: 'configuration-unread', message: errorText(error) })),
    historyItem.follow(reading => dispatch({ kind: 'history-read', reading }), signal),
    Promise.all([readUsedRoles(), readMenuLayout()]).then(([uses, { pinned }]) =>
      dispatch({ kind: 'habits-read', habits: habitsOf(uses, pinned) }),
    ),
  ]
}
