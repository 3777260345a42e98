import type { RefObject } from 'preact'
import type { EditorHandle } from '../editor/editor'
import type { OfferUndo } from '../parts/use-undo'
import type { ListAction, ListState } from './state'

/** What the list's commands work with. */
export interface ListUnit {
  readonly state: ListState
  readonly editor: RefObject<EditorHandle | null>
  dispatch(action: ListAction): void
  readonly offerUndo: OfferUndo
}
