import type { OpenMode } from './keys'
import type { Row } from './list/rows'
import type { Loaded } from './load'
import type { Action, State } from './state'

/** The menu, as far as a choice that was made outside of it needs it. */
export interface MenuToUse {
  getState(): State
  dispatch(action: Action): void
  /** Puts a text into the search box. Resolves once the menu understands it. */
  type(query: string): Promise<unknown> | undefined
  choose(row: Row, how: OpenMode): Promise<void>
  /** Becomes the menu of another tab. */
  show(loaded: Loaded): void
  /** Resolves once the page has said who is signed in, or won't. */
  readonly pageRead: Promise<void> | undefined
}
