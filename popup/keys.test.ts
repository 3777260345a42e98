import { describe, expect, it } from 'vitest'
import { type Command, commandOf } from './keys'

/** Returns a key by its name, as in `Control+Enter`, and perhaps its code, as in `Control+в KeyD`. */
function command(key: string, query = '', atEnd = true, isAimed = false): Command | undefined {
  const [name = '', code = ''] = key.split(' ')
  const names = name.split('+')
  const press = {
    key: names.at(-1)?.replace('Space', ' ') ?? '',
    code,
    ctrlKey: names.includes('Control'),
    metaKey: names.includes('Meta'),
    altKey: names.includes('Alt'),
    shiftKey: names.includes('Shift'),
  }
  return commandOf(press, { query, atEnd, isAimed })
}

describe('a key in the search box', () => {
  it.each([
    ['ArrowDown', { kind: 'move', move: { by: 1 } }],
    ['PageUp', { kind: 'move', move: { by: -1, pages: true } }],
    ['Control+n', { kind: 'move', move: { by: 1 } }],
    ['Control+p', { kind: 'move', move: { by: -1 } }],
    ['Home', { kind: 'move', move: { to: 'first' } }],
    ['Enter', { kind: 'choose', how: 'here' }],
    ['Shift+Enter', { kind: 'choose', how: 'again' }],
    ['Control+Enter', { kind: 'choose', how: 'tab' }],
    ['Meta+Enter', { kind: 'choose', how: 'tab' }],
    ['Control+Shift+Enter', { kind: 'choose', how: 'window' }],
    ['Control+d', { kind: 'pin' }],
    ['Meta+d', { kind: 'pin' }],
    ['Control+b', { kind: 'switch-back' }],
    ['Control+a', { kind: 'tick', all: true }],
    ['Meta+a', { kind: 'tick', all: true }],
    ['Control+B', { kind: 'switch-back' }],
    ['Control+D', { kind: 'pin' }],
    ['Control+в KeyD', { kind: 'pin' }],
    ['Meta+и KeyB', { kind: 'switch-back' }],
    ['ArrowRight', { kind: 'actions' }],
    ['ArrowLeft', { kind: 'fold' }],
    ['Shift+?', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['Shift+؟', { kind: 'help' }],
    ['？', { kind: 'help' }],
    ['Escape', { kind: 'close' }],
  ])('%s means %j', (key, expected) => {
    expect(command(key)).toEqual(expected)
  })

  it.each([
    'a',
    'Shift+A',
    'Shift+ArrowDown',
    'Control+ArrowDown',
    'Alt+Enter',
    'Control+c',
    'Control+Shift+D',
    'Tab',
  ])('%s is the browser’s own', key => {
    expect(command(key)).toBeUndefined()
  })

  it('leaves the caret’s keys to the text, except the one that moves out of it', () => {
    expect(command('ArrowLeft', 'shop')).toBeUndefined()
    expect(command('ArrowRight', 'shop', false)).toBeUndefined()
    expect(command('ArrowRight', 'shop', true)).toEqual({ kind: 'actions' })
    expect(command('Shift+?', 'shop')).toBeUndefined()
  })

  it('types a blank between words, and elsewhere ticks', () => {
    expect(command('Space')).toEqual({ kind: 'tick' })
    expect(command('Space', 'shop')).toBeUndefined()
    expect(command('Space', 'shop ')).toEqual({ kind: 'tick' })
    expect(command('Space', 'shop ', false)).toBeUndefined()
    expect(command('Space', 'shop', true, true)).toEqual({ kind: 'tick' })
    expect(command('Shift+Space')).toBeUndefined()
  })

  it('clears the text before it closes', () => {
    expect(command('Escape', 'shop')).toEqual({ kind: 'clear' })
  })
})
