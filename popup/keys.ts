import { type KeyPress, shortcutOf } from '../src/lib/shortcut-of'

/** `by` rows down, or up if negative, stopping at the ends; or right to an end. */
export type Move = { readonly by: number } | { readonly to: 'first' | 'last' }

/** How a role is opened. */
export type OpenMode =
  /** In its tab where it is open, else in the way of the mode. */
  | 'here'
  | 'tab'
  | 'window'
  /** By a new switch, even where it is open. */
  | 'again'

/** What a key means in the search box. */
export type Command =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'choose'; readonly how: OpenMode }
  | { readonly kind: 'clear' }
  | { readonly kind: 'close' }
  /** Folds the group of the active row away. */
  | { readonly kind: 'fold' }
  /** What can be done with the active role; a folded group is unfolded. */
  | { readonly kind: 'actions' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'switch-back' }
  | { readonly kind: 'help' }

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

const others: Readonly<Record<string, Command>> = {
  Enter: { kind: 'choose', how: 'here' },
  'Shift+Enter': { kind: 'choose', how: 'again' },
  'Mod+Enter': { kind: 'choose', how: 'tab' },
  'Mod+Shift+Enter': { kind: 'choose', how: 'window' },
  'Mod+d': { kind: 'pin' },
  'Mod+b': { kind: 'switch-back' },
}

/** What the key means; undefined where it is the search box's own. The user's list of them is `keyList`. */
export function commandOf(press: KeyPress, { query, atEnd }: Typed): Command | undefined {
  const shortcut = shortcutOf(press)
  if (shortcut === undefined) return undefined
  const move = moves[shortcut]
  if (move) return { kind: 'move', move }
  if (shortcut === 'Escape') return { kind: query === '' ? 'close' : 'clear' }
  if (shortcut === 'ArrowRight' && atEnd) return { kind: 'actions' }
  if (shortcut === 'ArrowLeft' && query === '') return { kind: 'fold' }
  // The wide and the Arabic one stand on the same key in their layouts.
  if (query === '' && /^(?:Shift\+)?[?？؟]$/.test(shortcut)) return { kind: 'help' }
  return others[shortcut]
}
