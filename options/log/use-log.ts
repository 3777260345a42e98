import { message } from '../../src/browser/i18n'
import { changeLog, deleteLog } from '../../src/log/log-item'
import { type AttemptAction, attempt } from '../parts/attempt'
import type { OfferUndo } from '../parts/use-undo'

/** The user's actions on the log. */
export interface LogUnit {
  /** Deletes all entries, and offers to take that back. */
  deleteAll(): void
}

/** The commands of the log. */
export function useLog(dispatch: (action: AttemptAction) => void, offerUndo: OfferUndo): LogUnit {
  return {
    deleteAll: () =>
      attempt(dispatch, async () => {
        const deleted = await deleteLog()
        const restore = () => changeLog(since => (deleted.length > 0 ? [...deleted, ...since] : since))
        offerUndo(message('options_logDeleted'), () => attempt(dispatch, restore))
      }),
  }
}
