import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../config/resolve/parse-config'
import type { FoundPortal } from '../found'
import { compareFound } from './compare-found'

const url = 'https://example.awsapps.com/start'
const found: FoundPortal = {
  url,
  accounts: [
    { id: '111122223333', name: 'Shop production', roles: ['Operator', 'Reader'] },
    { id: '333344445555', name: 'Sandbox', roles: ['Reader'] },
  ],
  applications: 0,
  foundAt: 0,
  isComplete: true,
}

const profile = (name: string, account: string, role: string, at = url) =>
  `[profile ${name}]\nsso_start_url = ${at}\nsso_region = eu-west-1\nsso_account_id = ${account}\nsso_role_name = ${role}\n`

const compare = (text: string, portal = found) => compareFound(portal, parseConfig(text).profiles)
const labels = (roles: ReturnType<typeof compare>['fresh']) =>
  roles.map(({ account, roleName }) => `${account.id} ${roleName}`)

describe('what was found in a portal, compared with a list', () => {
  it('is all new for an empty list', () => {
    const { fresh, known, gone } = compare('')
    expect(labels(fresh)).toEqual(['111122223333 Operator', '111122223333 Reader', '333344445555 Reader'])
    expect({ known, gone }).toEqual({ known: 0, gone: [] })
  })

  it('is known by account and permission set, whatever the name and the portal’s address', () => {
    const text =
      profile('mine', '111122223333', 'Operator') +
      profile('other', '333344445555', 'Reader', 'https://d-0123456789.awsapps.com/start')
    const { fresh, known, gone, elsewhere } = compare(text)
    expect(labels(fresh)).toEqual(['111122223333 Reader'])
    expect({ known, gone, elsewhere }).toEqual({ known: 2, gone: [], elsewhere: 0 })
  })

  it('makes a role gone only if everything was found, and its address is this portal’s', () => {
    const text = profile('closed', '999900001111', 'Reader') + profile('denied', '333344445555', 'Operator')
    expect(compare(text).gone).toEqual([
      { name: 'closed', account: '999900001111', roleName: 'Reader' },
      { name: 'denied', account: '333344445555', roleName: 'Operator' },
    ])
    expect(compare(text, { ...found, isComplete: false }).gone).toEqual([])
    const other = profile('other', '999900001111', 'Reader', 'https://other.awsapps.com/start')
    expect(compare(other)).toMatchObject({ gone: [], elsewhere: 0 })
  })

  it('counts what may be gone by another address with the same accounts', () => {
    const alias = 'https://d-0123456789.awsapps.com/start'
    const text = profile('a', '111122223333', 'Reader', alias) + profile('b', '999900001111', 'Reader', alias)
    expect(compare(text)).toMatchObject({ gone: [], elsewhere: 1 })
  })

  it('takes addresses of one instance for the same portal', () => {
    const instance = 'ssoins-0123456789abcdef'
    const text = profile('a', '999900001111', 'Reader', `https://${instance}.eu-west-1.portal.amazonaws.com`)
    const portal = { ...found, url: `https://${instance}.portal.us-east-1.app.aws` }
    expect(compare(text, portal).gone).toHaveLength(1)
    expect(
      compare(text, { ...portal, url: 'https://ssoins-fedcba9876543210.portal.us-east-1.app.aws' }).gone,
    ).toEqual([])
  })

  it('doesn’t take a role that is switched to for a portal role', () => {
    const text = `[base]\naws_account_id = 111122223333\n\n[a]\nrole_arn = arn:aws:iam::999900001111:role/Reader\nsource_profile = base\n`
    expect(compare(text)).toMatchObject({ known: 0, gone: [] })
  })

  it('recognizes a renamed account by its id, if the list’s names are made from account and role', () => {
    const own = profile('shop-operator', '111122223333', 'Operator')
    const renamed = [{ id: '111122223333', before: 'shop', now: 'Shop production' }]
    expect(compare(own).renamed).toEqual([])
    expect(compare(own + profile('sandbox-reader', '333344445555', 'Reader')).renamed).toEqual(renamed)
    expect(compare(own + profile('play', '333344445555', 'Reader')).renamed).toEqual([])
    const slashes =
      profile('shop/Operator', '111122223333', 'Operator') +
      profile('Sandbox/Reader', '333344445555', 'Reader')
    expect(compare(slashes).renamed).toEqual(renamed)
  })
})
