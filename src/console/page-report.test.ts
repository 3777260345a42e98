import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pages } from './fixtures/pages'
import { pageReport } from './page-report'

describe('a report of a page', () => {
  it('says what is there, in its form', () => {
    const facts = {
      sessionData: '{"prismModeEnabled":true,"sessionARN":"arn:aws:iam::111122223333:user/engineer"}',
      loginUser: 'Engineering/me@example.com',
    }
    expect(pageReport('sessionDifferentiator', facts, '1.2.3', 'Firefox 153')).toBe(
      [
        'Rolecall 1.2.3, Firefox 153',
        'missing: sessionDifferentiator',
        'sessionData: 80 characters: {"prismModeEnabled":true,"sessionARN":"arn:aws:iam::000000000000:user/xxxxxxxx"}',
        'signInEndpoint: absent',
        'loginAccount: absent',
        'loginUser: 26 characters: xxxxxxxxxxx/xx@xxxxxxx.com',
        'roleAccount: absent',
        'roleUser: absent',
      ].join('\n'),
    )
  })

  it.each(Object.entries(pages))('of %s has no account, user or session in it', (_, facts) => {
    const report = pageReport('', facts, '', '')
    for (const secret of [
      '111122223333',
      '1111-2222-3333',
      '444455556666',
      'engineer',
      'acme',
      'Hub',
      'ab12cd34',
      'Power_User',
    ]) {
      expect(report).not.toContain(secret)
    }
  })

  it('has no digit but 0 in the form of any fact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), sessionData => {
        const line = pageReport('', { sessionData }, '', '').split('\n').slice(2).join('\n')
        expect(line.replace(/\d+ characters/g, '')).not.toMatch(/[1-9]/)
      }),
    )
  })
})
