/** A key as a `KeyboardEvent` tells it. */
export interface KeyPress {
  readonly key: string
  /** The key's place, as in `KeyS`: it is the same in every layout. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
}

/**
 * The name of what is pressed, as in `Enter`, `Shift+?` or `Mod+s`, whether Caps Lock is on and whatever the layout: `Mod`
 * is Control or Command, and with it a letter is the Latin one, in lower case. Undefined for an input method's own keys,
 * of which Enter takes over a word, and with Alt, which writes other characters. Nothing else reads keys for shortcuts.
 */
export function shortcutOf(press: KeyPress): string | undefined {
  if (press.altKey || press.isComposing) return undefined
  const shift = press.shiftKey ? 'Shift+' : ''
  return press.ctrlKey || press.metaKey ? `Mod+${shift}${letterOf(press)}` : shift + press.key
}

/**
 * A layout without Latin letters, as the Russian one, has others on their keys: then the key's place tells the letter, as
 * the browsers' own shortcuts do. A key that a Latin layout has elsewhere is where that layout has it.
 */
export function letterOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (/^[!-~]$/.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code ?? '')?.[1]?.toLowerCase() ?? key
}
