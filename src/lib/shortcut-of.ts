/** A key press, with the fields of a `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string
  /** The physical key, as in `KeyS`, which is the same in every layout. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
}

/**
 * Returns the name of a key press, as in `Enter`, `Shift+?` or `Mod+s`, regardless of Caps Lock and layout. `Mod` is Control
 * or Command; with it, a letter is the Latin one in lowercase. Undefined for an input method's own keys, such as Enter to
 * accept a word, and with Alt, which types other characters. Nothing else reads keys for shortcuts.
 */
export function shortcutOf(press: KeyPress): string | undefined {
  if (press.altKey || press.isComposing) return undefined
  const shift = press.shiftKey ? 'Shift+' : ''
  return press.ctrlKey || press.metaKey ? `Mod+${shift}${letterOf(press)}` : shift + press.key
}

/**
 * Returns the key's letter. In a layout without Latin letters, such as Russian, the physical key determines it, as in the
 * browsers' own shortcuts. In a Latin layout, the letter is where that layout has it.
 */
export function letterOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (/^[!-~]$/.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code ?? '')?.[1]?.toLowerCase() ?? key
}
