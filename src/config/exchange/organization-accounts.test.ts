import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOneLine } from '../../lib/one-line'
import { parseConfig } from '../resolve/parse-config'
import { accountsText } from './organization-accounts'

const accounts = [
  ['111122223333', 'Shop production'],
  ['444455556666', 'shop-staging'],
  ['666677778888', 'a [b] #1 x = y'],
  ['777788889999', 'shop-staging'],
].map(([id = '', name = '']) => ({ id: asOneLine(id), name: asOneLine(name) }))

describe('accountsText', () => {
  it('is a list with one role in each account, colored by name', () => {
    const text = accountsText(accounts, { roleName: 'Admin', sourceProfile: '', colors: 'by-name' })
    const { profiles, diagnostics } = parseConfig(text)
    expect(diagnostics).toEqual([])
    expect(profiles.map(({ name, account, roleName, color }) => [name, account, roleName, color])).toEqual([
      ['Shop production', '111122223333', 'Admin', 'd13212'],
      ['shop-staging', '444455556666', 'Admin', 'ff9900'],
      ['a [b] #1 x = y', '666677778888', 'Admin', undefined],
      ['shop-staging 777788889999', '777788889999', 'Admin', 'ff9900'],
    ])
  })

  it('names the base account, and has no colors if none are wanted', () => {
    const text = accountsText(accounts.slice(0, 1), { roleName: 'A', sourceProfile: 'hub', colors: 'none' })
    expect(text).toBe(
      '[Shop production]\nsource_profile = hub\naws_account_id = 111122223333\nrole_name = A\n',
    )
  })

  it('keeps each account, whatever the names', () => {
    const odd = fc.constantFrom(
      ...['rolecall', 'Rolecall', 'default', 'profile a', 'profile default', 'a', 'A', 'preview', 'plugins'],
      ...[
        'services',
        'services a',
        'sso-session a',
        '"a"',
        "'a'",
        '`a`',
        'a]',
        '[a',
        'a#',
        'a ;b',
        'a=b',
        'a\\',
        '#',
      ],
      ...['a 000000000001', 'a\u200b', 'ａ', 'a\u00a0b', 'a b', 'a  b', 'a: b', '%', '', '決済'],
    )
    const name = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 20 }))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), names => {
        const list = names.map((one, index) => {
          const id = asOneLine(String(index).padStart(12, '0'))
          const plain = asOneLine(one)
          return { id, name: plain === '' ? id : plain }
        })
        const text = accountsText(list, { roleName: 'A', sourceProfile: '', colors: 'none' })
        const { profiles, diagnostics } = parseConfig(text)
        expect(profiles.map(({ account }) => account)).toEqual(list.map(({ id }) => id))
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('adds the account’s id to a name that another account has', () => {
    const named = (account: string) =>
      accountsText(
        accounts.slice(0, 1),
        { roleName: 'A', sourceProfile: '', colors: 'none' },
        new Map([['Shop production', account]]),
      )
    expect(named('444455556666')).toContain('[Shop production 111122223333]')
    expect(named('111122223333')).toContain('[Shop production]')
  })
})
