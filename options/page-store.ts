import { type Action, initialState, reduce, type State } from './state'

/**
 * The page's state, kept outside of the components: whatever is read before the first picture is already in that picture,
 * instead of causing another one.
 */
export interface PageStore {
  state(): State
  dispatch(action: Action): void
  /**
   * Dispatches in the next task, together with everything else that has arrived by then. It's for news from the browser,
   * which reports each part of a write before it tells the writer that the write is done: each part would cause a picture.
   */
  dispatchSoon(action: Action): void
  /** Calls `listener` with the state now, and with each new one until the returned function is called. */
  follow(listener: (state: State) => void): () => void
}

/** Returns a store with nothing read yet. */
export function createStore(): PageStore {
  let state = initialState
  let waiting: readonly Action[] = []
  const listeners = new Set<(state: State) => void>()
  const apply = (actions: readonly Action[]) => {
    const next = actions.reduce(reduce, state)
    if (next === state) return
    state = next
    for (const listener of listeners) listener(state)
  }
  const applyWaiting = () => {
    const actions = waiting
    waiting = []
    apply(actions)
  }
  return {
    state: () => state,
    dispatch: action => apply([action]),
    dispatchSoon(action) {
      if (waiting.length === 0) setTimeout(applyWaiting)
      waiting = [...waiting, action]
    },
    follow(listener) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
  }
}
