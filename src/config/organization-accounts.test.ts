import { describe, expect, it } from 'vitest'
import { accountsText, readAccounts } from './organization-accounts'
import { parseConfig } from './parse-config'

const printed = JSON.stringify({
  Accounts: [
    { Id: '111122223333', Name: 'Shop production', Email: 'shop@example.com', Status: 'ACTIVE' },
    { Id: '444455556666', Name: 'shop-staging', State: 'ACTIVE' },
    { Id: '555566667777', Name: 'gone', Status: 'SUSPENDED' },
    { Id: '666677778888', Name: 'a [b] #1\nx = y', Status: 'ACTIVE' },
    { Id: '777788889999', Name: 'shop-staging', Status: 'ACTIVE' },
    { Id: '12', Name: 'short', Status: 'ACTIVE' },
    null,
  ],
})

describe('readAccounts', () => {
  it('gives the active accounts', () => {
    expect(readAccounts(printed)?.map(({ id }) => id)).toEqual([
      '111122223333',
      '444455556666',
      '666677778888',
      '777788889999',
    ])
  })

  it('takes the list alone, and an account without a name', () => {
    expect(readAccounts('[{"Id": "111122223333"}]')).toEqual([{ id: '111122223333', name: '111122223333' }])
  })

  it.each(['', '[a]\nb = c', '[{', '{"a": 1}', '["a"'])('takes %j for something else', text => {
    expect(readAccounts(text)).toBeUndefined()
  })
})

describe('accountsText', () => {
  const accounts = readAccounts(printed) ?? []

  it('is a configuration of one role in each account, coloured by name', () => {
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

  it('names the base account, and has no colours where none are wanted', () => {
    const text = accountsText(accounts.slice(0, 1), { roleName: 'A', sourceProfile: 'hub', colors: 'none' })
    expect(text).toBe(
      '[Shop production]\nsource_profile = hub\naws_account_id = 111122223333\nrole_name = A\n',
    )
  })
})
