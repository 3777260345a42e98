import { describe, expect, it } from 'vitest'
import { isolated, unturned } from './bidi'

const signs = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069']

describe('somebody else’s text', () => {
  it.each(signs)('is shown without %j', sign => {
    expect(unturned(`pay${sign}ments`)).toBe('pay\uFFFDments')
    expect(isolated(`pay${sign}ments`)).toBe('\u2068pay\uFFFDments\u2069')
  })

  it.each(['payments', '本番/決済 ünïcode 🚢', '', '1111-2222-3333'])('like %j stays as it is', text => {
    expect(unturned(text)).toBe(text)
    expect(isolated(text)).toBe(text)
  })

  it.each(['תשלומים', 'مدفوعات', 'pay\u200fments', '𐤀'])(
    'in a right-to-left script, %j, doesn’t affect the sentence around it',
    text => {
      expect(isolated(text)).toBe(`\u2068${text}\u2069`)
      expect(unturned(text)).toBe(text)
    },
  )

  it('can be passed in again with its result', () => {
    const list = `${isolated('תשלומים')}, ${isolated('\u202epay')} (111122223333)`
    expect(isolated(list)).toBe(`\u2068${list}\u2069`)
  })

  it.each(['\u2069\u202e', '\u2068', '\u2069\u2068', '\u2068\u2069\u2069', '\u2067\u2069'])(
    'can’t end its isolation with %j',
    text => {
      expect(isolated(text)).toBe(`\u2068${'\uFFFD'.repeat(text.length)}\u2069`)
    },
  )
})
