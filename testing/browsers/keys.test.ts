import { describe, expect, it } from 'vitest'
import { parseChord, parseShortcut, webDriverKey } from './keys'

describe('parseChord', () => {
  it.each([
    ['Enter', [], 'Enter'],
    ['a', [], 'a'],
    ['Control+s', ['Control'], 's'],
    ['Control+Shift+s', ['Control', 'Shift'], 'S'],
    ['Shift+Tab', ['Shift'], 'Tab'],
    ['+', [], '+'],
    ['Control++', ['Control'], '+'],
    ['日', [], '日'],
  ])('reads %s', (text, modifiers, key) => {
    expect(parseChord(text)).toEqual({ modifiers, key })
  })

  it('rejects unknown keys and modifiers', () => {
    expect(() => parseChord('Return')).toThrow('“Return” isn’t a known key.')
    expect(() => parseChord('Ctrl+s')).toThrow('“Ctrl” in the key “Ctrl+s” isn’t one of Control')
  })
})

describe('parseShortcut', () => {
  it.each([
    ['Ctrl+Shift+U', ['Control', 'Shift'], 'U'],
    ['Alt+R', ['Alt'], 'r'],
    ['Command+Y', ['Meta'], 'y'],
  ])('reads a manifest’s %s', (text, modifiers, key) => {
    expect(parseShortcut(text)).toEqual({ modifiers, key })
  })
})

describe('webDriverKey', () => {
  it('uses a private code point for named keys and the character itself for others', () => {
    expect(webDriverKey('Escape')).toBe('\ue00c')
    expect(webDriverKey('é')).toBe('é')
  })
})
