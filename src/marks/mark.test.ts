import { describe, expect, it } from 'vitest'
import { pages } from '../aws/fixtures/pages'
import { readSession } from '../aws/read-session'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { type MarkedPage, markOf } from './mark'

function markOn(page: keyof typeof pages, text: string, where?: MarkedPage) {
  const reading = readSession(pages[page], { partition: 'aws', family: 'first' })
  if ('failure' in reading) throw new Error(`${page} has no session.`)
  return markOf(reading.session, targetRoles(parseConfig(text).profiles), where)
}

const hub = '[hub]\naws_account_id = 444455556666\nrole_name = Hub\ncolor = d13212\n'
const base =
  '[identity]\naws_account_id = 111122223333\ncolor = 527fff\n[shop]\nsource_profile = identity\naws_account_id = 333344445555\nrole_name = R\n'

describe('the mark of a page', () => {
  it.each(['classicSwitched', 'multiSessionSwitched'] as const)('%s is the role’s', page => {
    expect(markOn(page, base + hub)).toEqual({
      name: 'hub',
      role: 'Hub',
      color: 'd13212',
      account: '444455556666',
      isProduction: false,
      duration: { seconds: 3600 },
      isRenewable: true,
    })
  })

  it.each([
    ['that was chosen', { chosen: 'hub-eu', region: 'us-east-1' }, 'hub-eu'],
    ['of the page’s region', { region: 'eu-west-1' }, 'hub-eu'],
    ['that comes first', {}, 'hub-us'],
  ])('of a role with two profiles is that of the one %s', (_, where, name) => {
    const two = ['hub-us', 'hub-eu']
      .map((profile, index) =>
        hub.replace('[hub]', `[${profile}]\nregion = ${['us-east-1', 'eu-west-1'][index]}`),
      )
      .join('')
    expect(markOn('classicSwitched', base + two, where)).toMatchObject({ name })
  })

  it('is the base account’s if there was no switch', () => {
    expect(markOn('classicIamUser', base + hub)).toEqual({
      name: 'identity',
      color: '527fff',
      account: '111122223333',
      isProduction: false,
    })
  })

  it('is the portal role’s', () => {
    const portal =
      '[power]\nsso_account_id = 111122223333\nsso_role_name = Power_User\nsso_start_url = https://example.awsapps.com/start\n'
    expect(markOn('classicIdentityCenter', portal + base)).toEqual({
      name: 'power',
      role: 'Power_User',
      account: '111122223333',
      isProduction: false,
      duration: { seconds: 3600 },
      isRenewable: true,
    })
  })

  it('is the account’s, in its color, if the role is another', () => {
    const other = hub.replace('role_name = Hub', 'role_name = Other')
    expect(markOn('classicSwitched', other)).toEqual({
      name: 'Hub',
      role: 'Hub',
      color: 'd13212',
      account: '444455556666',
      isProduction: false,
      duration: { seconds: 3600 },
    })
  })

  it.each([
    ['its name', hub.replace('[hub]', '[hub-prod]')],
    ['its group', `${hub}group = Production\n`],
    [
      'the account’s other profiles',
      hub.replace('[hub]', '[hub-prod]').replace('role_name = Hub', 'role_name = Other'),
    ],
  ])('is production’s if %s says so', (_, text) => {
    expect(markOn('classicSwitched', base + text)).toMatchObject({ isProduction: true })
  })

  it('says how long a session of the role lasts', () => {
    expect(markOn('classicSwitched', `${hub}duration_seconds = 7200\n`)).toMatchObject({
      duration: { seconds: 7200 },
    })
  })

  it('shows the account by its alias, as the page does', () => {
    expect(markOn('multiSessionAliasSwitched', hub)).toMatchObject({ account: 'acme-hub' })
  })

  it('doesn’t exist if the list doesn’t have the account', () => {
    expect(markOn('classicFederated', hub)).toBeUndefined()
    expect(markOn('classicSwitched', base)).toBeUndefined()
  })
})
