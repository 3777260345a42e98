import fc from 'fast-check'
import { expect, it } from 'vitest'
import { filledRequestUrl, requestUrlFault } from './request-url'

const values = { account: '111122223333', role: 'team/Admin', profile: 'shop & co', region: '' }

it.each([
  'https://access.example.com/new?account={account}&role={role}',
  'https://access.example.com:8443/{account}/{role}#{profile}',
  'HTTPS://access.example.com',
  'https://access.example.com?r={region}',
])('%s is valid', value => expect(requestUrlFault(value)).toBeUndefined())

it.each([
  ['http://access.example.com/', 'no-url'],
  ['javascript:alert(1)', 'no-url'],
  ['https://{account}.example.com/', 'no-url'],
  ['https://access.example.com\\@evil.example/', undefined],
  ['https://user@access.example.com/', 'no-url'],
  ['https://access.example.com{role}/', 'no-url'],
  ['https:///x', 'no-url'],
  ['//access.example.com', 'no-url'],
  ['https://access.example.com/{', 'no-url'],
  ['https://access.example.com/{user}', { unknown: '{user}' }],
  ['https://access.example.com/{}', { unknown: '{}' }],
] as const)('of %s it says %j', (value, fault) => {
  if (fault) expect(requestUrlFault(value)).toEqual(fault)
  else expect(filledRequestUrl(value, values)).toBeUndefined()
})

it('fills in the values, encoded', () => {
  expect(filledRequestUrl('https://a.example/{account}?role={role}&p={profile}&r={region}', values)).toBe(
    'https://a.example/111122223333?role=team%2FAdmin&p=shop%20%26%20co&r=',
  )
})

it('leads to the written host and path, with one parameter for each, whatever the values are', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(text, text, text, (account, role, profile) => {
      const filled = filledRequestUrl('https://a.example/x/{profile}/y?a={account}&r={role}', {
        account,
        role,
        profile,
        region: '',
      })
      const url = new URL(filled ?? '')
      expect(url.origin).toBe('https://a.example')
      expect(url.pathname.split('/')).toHaveLength(4)
      expect(url.pathname).toMatch(/^\/x\/.*\/y$/)
      expect([...url.searchParams.keys()]).toEqual(['a', 'r'])
      expect(url.searchParams.get('a')).toBe(account)
      expect(url.hash).toBe('')
    }),
  )
})
