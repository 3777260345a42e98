import type { Move } from './state'

/** How a role is opened. */
export type How =
  /** In its tab where it is open, else in the way of the mode. */
  | 'here'
  | 'tab'
  | 'window'
  /** By a new switch, even where it is open. */
  | 'anew'

/** What a key means in the search box. */
export type Command =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'choose'; readonly how: How }
  | { readonly kind: 'clear' }
  | { readonly kind: 'close' }
  /** Folds the group of the active row away. */
  | { readonly kind: 'fold' }
  /** What can be done with the active role; a folded group is unfolded. */
  | { readonly kind: 'actions' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'switch-back' }
  | { readonly kind: 'help' }

/** A key as a `KeyboardEvent` tells it. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What is in the search box. */
export interface Typed {
  readonly query: string
  /** Whether the caret stands behind all of it. */
  readonly atEnd: boolean
}

/** Rows that Page Up and Page Down go by: as many as are in view. */
const page = 8

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: { by: 1 },
  ArrowUp: { by: -1 },
  PageDown: { by: page },
  PageUp: { by: -page },
  Home: { to: 'first' },
  End: { to: 'last' },
}

/** What the key means; undefined where it is the search box's own. The user's list of them is `keyList`. */
export function commandOf(press: KeyPress, { query, atEnd }: Typed): Command | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  const withMod = ctrlKey || metaKey
  if (altKey) return undefined
  if (key === 'Enter') return { kind: 'choose', how: howOf(withMod, shiftKey) }
  if (withMod && !shiftKey) {
    if (key.toLowerCase() === 'd') return { kind: 'pin' }
    if (key.toLowerCase() === 'b') return { kind: 'switch-back' }
    return undefined
  }
  if (key === '?' && query === '') return { kind: 'help' }
  if (withMod || shiftKey) return undefined
  const move = moves[key]
  if (move) return { kind: 'move', move }
  if (key === 'Escape') return { kind: query === '' ? 'close' : 'clear' }
  if (key === 'ArrowRight' && atEnd) return { kind: 'actions' }
  if (key === 'ArrowLeft' && query === '') return { kind: 'fold' }
  return undefined
}

function howOf(withMod: boolean, withShift: boolean): How {
  if (!withMod) return withShift ? 'anew' : 'here'
  return withShift ? 'window' : 'tab'
}
