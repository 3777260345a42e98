import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEditor, toEditor } from './line-ends'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n', '\uFEFF'), maxLength: 30 })

describe('an edit', () => {
  it.each([
    ['a\r\nb\r\n', 'a\nx\nb\n', 'a\r\nx\r\nb\r\n'],
    ['\uFEFFa\r\nb', 'ab', '\uFEFFab'],
    ['\uFEFFa', '', '\uFEFF'],
    ['a\r\nb\nc\rd', 'a\nb!\nc\nd', 'a\r\nb!\nc\rd'],
    ['a\rb\n', 'a\n\nb\n', 'a\r\rb\n'],
    ['a', 'a\nb', 'a\nb'],
    ['', 'a\n', 'a\n'],
    ['a\n\rb', 'a\n\n\nb', 'a\n\n\nb'],
  ])('of %j to %j makes %j', (whole, edited, result) => {
    expect(fromEditor(whole, edited)).toBe(result)
  })

  it('that changes nothing keeps every text as it is', () => {
    fc.assert(fc.property(text, whole => fromEditor(whole, toEditor(whole)) === whole))
  })

  it('shows in the editor as it was made', () => {
    fc.assert(
      fc.property(text, text, (whole, other) => {
        // An editor contains neither a CR nor a byte order mark of its own at the start.
        const edited = toEditor(other).replace(/^\uFEFF+/, '')
        expect(toEditor(fromEditor(whole, edited))).toBe(edited)
      }),
    )
  })
})
