import { describe, expect, it } from 'vitest'
import type { FoundPortal } from '../found'
import { reviewFound } from './review-found'

const url = 'https://example.awsapps.com/start'
const found: FoundPortal = {
  url,
  accounts: [{ id: '111122223333', name: 'Shop', roles: ['Operator', 'Reader'] }],
  applications: 0,
  foundAt: 0,
  isComplete: true,
}
const session = `[sso-session work]\nsso_start_url = ${url}\nsso_region = eu-west-1\n`
const role = (name: string, account: string, roleName: string) =>
  `[profile ${name}]\nsso_session = work\nsso_account_id = ${account}\nsso_role_name = ${roleName}\nregion = eu-west-3\n`

describe('the review of a portal', () => {
  it('offers only what neither the own nor the team’s list has', () => {
    const own = session + role('mine', '111122223333', 'Operator')
    const team = session + role('theirs', '111122223333', 'Reader') + role('closed', '999900001111', 'Reader')
    const review = reviewFound(found, own, [team])
    expect(review.fresh).toEqual([])
    expect(review.own.fresh.map(({ roleName }) => roleName)).toEqual(['Reader'])
    expect(review.team?.gone.map(({ name }) => name)).toEqual(['closed'])
    expect(review.team?.fresh.map(({ roleName }) => roleName)).toEqual(['Operator'])
    // The team’s roles aren’t the user’s to remove.
    expect(review.removable).toEqual([])
  })

  it('reads the own list together with the team’s, which may have the session', () => {
    const own = role('closed', '999900001111', 'Reader')
    expect(reviewFound(found, own, []).removable).toEqual([])
    expect(reviewFound(found, own, [session]).removable.map(({ name }) => name)).toEqual(['closed'])
  })

  it('keeps what other profiles refer to', () => {
    const own = `${session}${role('base', '999900001111', 'Reader')}[a]\nrole_arn = arn:aws:iam::333344445555:role/Reader\nsource_profile = base\n`
    const { removable, needed } = reviewFound(found, own, [])
    expect(removable).toEqual([])
    expect(needed.map(({ name }) => name)).toEqual(['base'])
  })

  it('leaves out permission sets that no list can contain', () => {
    const roles = ['Reader', 'AWSReservedSSO_Reader_0123456789abcdef', 'a b']
    const review = reviewFound({ ...found, accounts: [{ id: '111122223333', name: 'Shop', roles }] }, '', [])
    expect(review.fresh.map(({ roleName }) => roleName)).toEqual(['Reader'])
    expect(review.unfit).toEqual(['AWSReservedSSO_Reader_0123456789abcdef', 'a b'])
  })

  it('knows the regions from the list, from the page and from the address', () => {
    const regions = (portal: FoundPortal, text = '') => {
      const { region, ssoRegion } = reviewFound(portal, text, [])
      return [region, ssoRegion]
    }
    expect(regions(found)).toEqual(['', ''])
    expect(regions({ ...found, region: 'us-east-2' })).toEqual(['us-east-2', 'us-east-2'])
    expect(
      regions({ ...found, url: 'https://ssoins-0123456789abcdef.portal.ap-northeast-1.app.aws' }),
    ).toEqual(['ap-northeast-1', 'ap-northeast-1'])
    expect(regions(found, session + role('mine', '111122223333', 'Operator'))).toEqual([
      'eu-west-3',
      'eu-west-1',
    ])
  })
})
