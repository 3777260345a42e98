import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type KeyPress, shortcutOf } from './shortcut-of'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

function press(key: string, code: string, held: Partial<KeyPress> = {}): string | undefined {
  return shortcutOf({ ...none, key, code, ...held })
}

const control = { ctrlKey: true }

describe('a shortcut', () => {
  it.each([
    ['as it is', 's', 'KeyS'],
    ['with Caps Lock', 'S', 'KeyS'],
    ['in Russian', 'ы', 'KeyS'],
    ['in Russian with Caps Lock', 'Ы', 'KeyS'],
    ['in Greek', 'σ', 'KeyS'],
    ['in Hebrew', 'ד', 'KeyS'],
    ['in Arabic', 'س', 'KeyS'],
    ['in Thai', 'ห', 'KeyS'],
    ['in Korean', 'ㄴ', 'KeyS'],
    ['with an input method that is resting', 'Process', 'KeyS'],
    ['with a dead key', 'Dead', 'KeyS'],
    ['in Dvorak, where the letter is', 's', 'Semicolon'],
    ['in a layout whose place nothing tells', 's', ''],
  ])('is the same %s', (_, key, code) => {
    expect(press(key, code, control)).toBe('Mod+s')
    expect(press(key, code, { metaKey: true })).toBe('Mod+s')
    expect(press(key, code, { ...control, shiftKey: true })).toBe('Mod+Shift+s')
  })

  it('in Dvorak and AZERTY isn’t at another layout’s position', () => {
    expect(press('o', 'KeyS', control)).toBe('Mod+o')
    expect(press('a', 'KeyQ', control)).toBe('Mod+a')
  })

  it('leaves typed text alone', () => {
    expect(press('ы', 'KeyS')).toBe('ы')
    expect(press('S', 'KeyS')).toBe('S')
    expect(press('?', 'Slash', { shiftKey: true })).toBe('Shift+?')
  })

  it('keeps the names of other keys', () => {
    expect(press('Enter', 'NumpadEnter', control)).toBe('Mod+Enter')
    expect(press('ArrowDown', 'ArrowDown')).toBe('ArrowDown')
  })

  it('isn’t one with Alt, which AltGr is on Windows, or while a word is composed', () => {
    expect(press('ś', 'KeyS', { ...control, altKey: true })).toBeUndefined()
    expect(press('Enter', 'Enter', { isComposing: true })).toBeUndefined()
  })

  it('is read only here', () => {
    const others = ['src', 'popup', 'options', 'marks'].flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(path => /\.tsx?$/.test(path) && !/\.test\.ts$|shortcut-of\.ts$/.test(path))
        .map(path => `${folder}/${path}`)
        .filter(path =>
          /\b(?:event|press|e)\.(?:key|code|keyCode|which)\b|\b(?:ctrl|meta)Key\b/.test(
            readFileSync(path, 'utf8'),
          ),
        ),
    )
    // The editor receives its own keys in the form in which they are read here.
    expect(others).toEqual(['options/editor/latin-shortcuts.ts'])
  })
})
