import { describe, expect, it } from 'vitest'
import english from '../../public/_locales/en/messages.json'
import japanese from '../../public/_locales/ja/messages.json'

type Messages = Readonly<Record<string, { readonly message: string }>>

/** The values that each sentence names, as in `$COUNT$`. A sentence in code that isn't here doesn't compile. */
function values(messages: Messages): Readonly<Record<string, string>> {
  const entries = Object.entries(messages)
  return Object.fromEntries(
    entries.map(([key, { message }]) => [key, [...new Set(message.match(/\$\w+\$/g))].sort().join(' ')]),
  )
}

describe('every sentence', () => {
  it('is there in both languages, and names the same values', () => {
    expect(values(japanese)).toEqual(values(english))
  })

  it.each([
    ['English', english],
    ['Japanese', japanese],
  ])('says something in %s', (_, messages: Messages) => {
    const empty = Object.entries(messages).filter(([, { message }]) => message.trim() === '')
    expect(empty).toEqual([])
  })
})
