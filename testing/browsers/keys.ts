const modifierNames = ['Control', 'Shift', 'Alt', 'Meta'] as const

type Modifier = (typeof modifierNames)[number]

export interface Chord {
  readonly modifiers: readonly Modifier[]
  /** A character or a name, as in `KeyboardEvent.key`. */
  readonly key: string
}

/** Reads `Control+Shift+s` or `Enter`. With Shift, a letter becomes its capital, as on a keyboard. */
export function parseChord(text: string): Chord {
  // A plus sign at the end is the key itself, as in `Control++`.
  const parts = text.endsWith('+') ? [...text.slice(0, -1).split('+').filter(Boolean), '+'] : text.split('+')
  const key = parts.at(-1) ?? ''
  const modifiers = parts.slice(0, -1).map(part => {
    const modifier = modifierNames.find(name => name === part)
    if (!modifier) throw new Error(`“${part}” in the key “${text}” isn’t one of ${modifierNames.join(', ')}.`)
    return modifier
  })
  const isCharacter = [...key].length === 1
  if (!isCharacter && !(key in codePoints)) throw new Error(`“${text}” isn’t a known key.`)
  return { modifiers, key: isCharacter && modifiers.includes('Shift') ? key.toUpperCase() : key }
}

/** Converts a manifest's shortcut, such as `Ctrl+Shift+U`, to a chord. */
export function parseShortcut(shortcut: string): Chord {
  const names: Readonly<Record<string, string>> = { Ctrl: 'Control', Command: 'Meta', MacCtrl: 'Control' }
  const parts = shortcut.split('+').map(part => names[part] ?? part)
  const key = parts.at(-1) ?? ''
  return parseChord([...parts.slice(0, -1), key.length === 1 ? key.toLowerCase() : key].join('+'))
}

/** Returns WebDriver's value for a key: the character itself, or the code point of a named key. */
export function webDriverKey(key: string): string {
  const codePoint = codePoints[key]
  return codePoint === undefined ? key : String.fromCharCode(codePoint)
}

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const codePoints: Readonly<Record<string, number>> = {
  Backspace: 0xe003,
  Tab: 0xe004,
  Enter: 0xe006,
  Shift: 0xe008,
  Control: 0xe009,
  Alt: 0xe00a,
  Escape: 0xe00c,
  PageUp: 0xe00e,
  PageDown: 0xe00f,
  End: 0xe010,
  Home: 0xe011,
  ArrowLeft: 0xe012,
  ArrowUp: 0xe013,
  ArrowRight: 0xe014,
  ArrowDown: 0xe015,
  Insert: 0xe016,
  Delete: 0xe017,
  F1: 0xe031,
  F2: 0xe032,
  F3: 0xe033,
  F4: 0xe034,
  F5: 0xe035,
  F6: 0xe036,
  F7: 0xe037,
  F8: 0xe038,
  F9: 0xe039,
  F10: 0xe03a,
  F11: 0xe03b,
  F12: 0xe03c,
  Meta: 0xe03d,
}
