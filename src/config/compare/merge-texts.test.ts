import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTexts } from './merge-texts'

const a = '# payments\n[a]\naws_account_id = 111122223333\n\n'
const b = '[b]\naws_account_id = 222233334444\n\n'
const c = '[c]\naws_account_id = 333344445555\n\n'
const red = (section: string) => section.replace('\n\n', '\ncolor = ff0000\n\n')
const blue = (section: string) => section.replace('\n\n', '\ncolor = 0000ff\n\n')

function merged(base: string, ours: string, theirs: string): string {
  const merge = mergeTexts(base, ours, theirs)
  if (merge.kind !== 'merged') throw new Error(`Both changed ${merge.names.join()}.`)
  return merge.text
}

describe('mergeTexts', () => {
  it.each([
    [
      'changes of two sections side by side',
      a + b + c,
      red(a) + b + c,
      a + blue(b) + c,
      red(a) + blue(b) + c,
    ],
    ['new sections of each, after the ones that they follow', a, a + b, a + c, a + c + b],
    ['a section that is new in the middle', a + c, red(a) + c, a + b + c, red(a) + b + c],
    ['a change here and a removal there', a + b + c, red(a) + b + c, a + c, red(a) + c],
    ['the same change in both', a + b, red(a) + b, red(a) + b + c, red(a) + b + c],
    ['a move there and a change here', a + b + c, a + b + red(c), c + a + b, red(c) + a + b],
    [
      'a last section without a line end',
      '[a]\nx = 1',
      '[a]\nx = 1\n\n[b]\ny = 1',
      '[a]\nx = 2',
      '[a]\nx = 2\n\n[b]\ny = 1',
    ],
    [
      'Windows line ends that one of them brought in',
      a + b,
      (a + b).replaceAll('\n', '\r\n'),
      a + red(b),
      `${a.replaceAll('\n', '\r\n')}${red(b)}`,
    ],
    ['a comment on top', `; one\n\n${a}`, `; two\n\n${a}`, `; one\n\n${a}${b}`, `; two\n\n${a}${b}`],
  ])('keeps %s', (_, base, ours, theirs, text) => {
    expect(merged(base, ours, theirs)).toBe(text)
  })

  it.each([
    ['changed the same section', a + b, red(a) + b, blue(a) + b, ['a']],
    ['changed and removed it', a + b, red(a) + b, b, ['a']],
    ['removed and changed it', a + b, b, red(a) + b, ['a']],
    ['added it, each in its own way', a, a + red(b), a + blue(b), ['b']],
    ['changed what is above the first section', `; x\n\n${a}`, `; y\n\n${a}`, `; z\n\n${a}`, [undefined]],
  ])('leaves it to the user if both %s', (_, base, ours, theirs, names) => {
    expect(mergeTexts(base, ours, theirs)).toEqual({ kind: 'overlap', names })
  })

  const section = fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.constantFrom('', '# note\n'),
      fc.nat(3),
      fc.constantFrom('', '\n'),
    )
    .map(([name, comment, value, blank]) => ({ name, text: `${comment}[${name}]\nx = ${value}\n${blank}` }))
  const text = fc
    .uniqueArray(section, { selector: ({ name }) => name, maxLength: 5 })
    .map(sections => sections.map(({ text }) => text).join(''))

  it('is the text that one of them left unchanged, or that both wrote', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(merged(base, base, other)).toBe(other)
        expect(merged(base, other, base)).toBe(other)
        expect(merged(base, other, other)).toBe(other)
      }),
    )
  })

  it('has each profile as its last editor wrote it, in either order', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merge = mergeTexts(base, ours, theirs)
        const swapped = mergeTexts(base, theirs, ours)
        expect(swapped.kind).toBe(merge.kind)
        if (merge.kind !== 'merged' || swapped.kind !== 'merged') return
        const [was, one, other, now, back] = [base, ours, theirs, merge.text, swapped.text].map(valuesOf)
        expect(back).toEqual(now)
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
          const changed = one?.[name] === was?.[name] ? other : one
          expect(now?.[name]).toBe(changed?.[name])
        }
      }),
    )
  })
})

/** The value in each section. */
function valuesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/\[(\w)\]\nx = (\d)/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
