import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consolePlace } from './console-place'
import { pages } from './fixtures/pages'
import { pageReport } from './page-report'

const url =
  'https://111122223333-ab12cd34.eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&name=acme&account=111122223333#Instance:engineer'
const place = consolePlace(url) ?? { partition: 'aws', family: 'first' }
const reported = {
  failure: 'missing: sessionDifferentiator',
  facts: {},
  url,
  place,
  token: 'promise of number',
  version: '1.2.3',
  browser: 'Firefox 153',
} as const

const formLines = (report: string) => report.split('\n').slice(7).join('\n')

describe('a report on a page', () => {
  it('lists the facts in their form', () => {
    const facts = {
      sessionData: '{"prismModeEnabled":true,"sessionARN":"arn:aws:iam::111122223333:user/engineer"}',
      loginUser: 'Engineering/me@example.com',
      loadedFor: '4210',
    }
    expect(pageReport({ ...reported, facts })).toBe(
      [
        'Rolecall 1.2.3, Firefox 153',
        'missing: sessionDifferentiator',
        'partition: aws, first hosts, region eu-west-1',
        'host: <session>.<region>.console.aws.amazon.com, session name of 8 after the account',
        'path: /ec2, parameters: region account',
        'loaded: 4 s ago, names in the script',
        'token: promise of number',
        'sessionData: 80 characters: {"prismModeEnabled":true,"sessionARN":"arn:aws:iam::000000000000:user/xxxxxxxx"}',
        'signInEndpoint: absent',
        'loginAccount: absent',
        'loginUser: 26 characters: xxxxxxxxxxx/xx@xxxxxxx.com',
        'roleAccount: absent',
        'roleUser: absent',
      ].join('\n'),
    )
  })

  it.each(Object.entries(pages))('for %s contains no account, user or session', (_, facts) => {
    const report = pageReport({ ...reported, facts })
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

  it('has no digit except 0 in any fact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), sessionData => {
        const line = formLines(pageReport({ ...reported, facts: { sessionData } }))
        expect(line.replace(/\d+ characters/g, '')).not.toMatch(/[1-9]/)
      }),
    )
  })
})
