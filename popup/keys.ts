import { type KeyPress, shortcutOf } from '../src/lib/shortcut-of'

/** `by` rows or pages down, or up if negative, stopping at the ends; or right to an end. */
export type Move = { readonly by: number; readonly pages?: true } | { readonly to: 'first' | 'last' }

/** How a role is opened. */
export type OpenMode =
  /** In its open tab, or as the console mode does by default. */
  | 'here'
  | 'tab'
  | 'window'
  /** With a new switch, even if it is open. */
  | 'again'

/** What a key means in the search box. */
export type Command =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'choose'; readonly how: OpenMode }
  | { readonly kind: 'clear' }
  | { readonly kind: 'close' }
  /** Collapses the active row's group. */
  | { readonly kind: 'fold' }
  /** Shows the active role's actions, or expands a collapsed group. */
  | { readonly kind: 'actions' }
  | { readonly kind: 'pin' }
  /** Ticks the active role, or a group's roles; or all that the query finds. Ticked ones are unticked. */
  | { readonly kind: 'tick'; readonly all?: true }
  | { readonly kind: 'switch-back' }
  | { readonly kind: 'help' }

/** The content of the search box. */
export interface Typed {
  readonly query: string
  /** Whether the caret is after all of it. */
  readonly atEnd: boolean
  /** Whether the user has moved to the active row by a key. */
  readonly isAimed: boolean
}

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: { by: 1 },
  ArrowUp: { by: -1 },
  PageDown: { by: 1, pages: true },
  PageUp: { by: -1, pages: true },
  Home: { to: 'first' },
  End: { to: 'last' },
  'Mod+n': { by: 1 },
  'Mod+p': { by: -1 },
}

const others: Readonly<Record<string, Command>> = {
  Enter: { kind: 'choose', how: 'here' },
  'Shift+Enter': { kind: 'choose', how: 'again' },
  'Mod+Enter': { kind: 'choose', how: 'tab' },
  'Mod+Shift+Enter': { kind: 'choose', how: 'window' },
  'Mod+d': { kind: 'pin' },
  'Mod+b': { kind: 'switch-back' },
  'Mod+a': { kind: 'tick', all: true },
}

/** Returns what the key does; undefined if the search box handles it. The user's list of keys is `keyList`. */
export function commandOf(press: KeyPress, { query, atEnd, isAimed }: Typed): Command | undefined {
  const shortcut = shortcutOf(press)
  if (shortcut === undefined) return undefined
  const move = moves[shortcut]
  if (move) return { kind: 'move', move }
  if (shortcut === 'Escape') return { kind: query === '' ? 'close' : 'clear' }
  if (shortcut === 'ArrowRight' && atEnd) return { kind: 'actions' }
  if (shortcut === 'ArrowLeft' && query === '') return { kind: 'fold' }
  // Between words it is a part of the query.
  if (shortcut === ' ' && atEnd && (isAimed || /^$|\s$/.test(query))) return { kind: 'tick' }
  // The wide and the Arabic one are on the same key in their layouts.
  if (query === '' && /^(?:Shift\+)?[?？؟]$/.test(shortcut)) return { kind: 'help' }
  return others[shortcut]
}
