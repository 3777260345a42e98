import { describe, expect, expectTypeOf, it } from 'vitest'
import english from '../../public/_locales/en/messages.json'
import japanese from '../../public/_locales/ja/messages.json'
import type { PlainKey, ValuesOf } from './i18n'

type Messages = Readonly<Record<string, { readonly message: string }>>

/** The values in each message, as in `$COUNT$`. A message in code that isn't here doesn't compile. */
function values(messages: Messages): Readonly<Record<string, string>> {
  const entries = Object.entries(messages)
  return Object.fromEntries(
    entries.map(([key, { message }]) => [key, [...new Set(message.match(/\$\w+\$/g))].sort().join(' ')]),
  )
}

describe('every message', () => {
  it('exists in both languages, with the same values', () => {
    expect(values(japanese)).toEqual(values(english))
  })

  it.each([
    ['English', english],
    ['Japanese', japanese],
  ])('isn’t empty in %s', (_, messages: Messages) => {
    const empty = Object.entries(messages).filter(([, { message }]) => message.trim() === '')
    expect(empty).toEqual([])
  })
})

describe('a call', () => {
  type Value = string | number

  it('needs every value, in the order of the message’s placeholders', () => {
    expectTypeOf<ValuesOf<'popup_matches'>>().toEqualTypeOf<readonly [matches: Value, all: Value]>()
    expectTypeOf<ValuesOf<'popup_back'>>().toEqualTypeOf<readonly []>()
  })

  it('with one of several keys needs values that fit each of them', () => {
    expectTypeOf<ValuesOf<'options_newer' | 'popup_back'>>().toEqualTypeOf<readonly []>()
    expectTypeOf<ValuesOf<'popup_matches' | 'popup_back'>>().toBeNever()
    expectTypeOf<'popup_matches'>().not.toExtend<PlainKey>()
  })
})
