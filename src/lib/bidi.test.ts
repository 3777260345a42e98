import { describe, expect, it } from 'vitest'
import { isolated, unturned } from './bidi'

const signs = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']

describe('a text that somebody else has written', () => {
  it.each(signs)('is shown without %j', sign => {
    expect(unturned(`pay${sign}ments`)).toBe('pay\uFFFDments')
    expect(isolated(`pay${sign}ments`)).toBe('\u2068pay\uFFFDments\u2069')
  })

  it.each(['payments', '本番/決済 ünïcode 🚢', '', '1111-2222-3333'])('as %j stays as it is', text => {
    expect(unturned(text)).toBe(text)
    expect(isolated(text)).toBe(text)
  })

  it.each(['תשלומים', 'مدفوعات', 'pay\u200fments', '𐤀'])(
    'in a script from right to left, %j, keeps to itself in a sentence',
    text => {
      expect(isolated(text)).toBe(`\u2068${text}\u2069`)
      expect(unturned(text)).toBe(text)
    },
  )

  it('can be given again in what is made of it', () => {
    const list = `${isolated('תשלומים')}, ${isolated('\u202epay')} (111122223333)`
    expect(isolated(list)).toBe(`\u2068${list}\u2069`)
  })

  it.each(['\u2069\u202e', '\u2068', '\u2069\u2068', '\u2068\u2069\u2069', '\u2067\u2069'])(
    'can’t end with %j what it is isolated by',
    text => {
      expect(isolated(text)).toBe(`\u2068${'\uFFFD'.repeat(text.length)}\u2069`)
    },
  )
})
