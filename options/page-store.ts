import { type Action, initialState, reduce, type State } from './state'

/**
 * The page's state, kept outside of what is drawn: what is read before the first picture is in it, and costs no picture of
 * its own.
 */
export interface PageStore {
  state(): State
  dispatch(action: Action): void
  /**
   * The same in the next task, together with all others until then: for what arrives by itself. The browser tells of a write
   * in several parts before it tells the writer that it's done, and each part would be drawn.
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
