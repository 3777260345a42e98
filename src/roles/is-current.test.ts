import { describe, expect, it } from 'vitest'
import { pages } from '../aws/fixtures/pages'
import { readSession } from '../aws/read-session'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { isCurrent } from './is-current'

/** Whether the profile's role is the current one on a saved page. */
function isCurrentOn(page: keyof typeof pages, keys: string): boolean {
  const [role] = targetRoles(parseConfig(`[a]\n${keys}`).profiles).roles
  const reading = readSession(pages[page], { partition: 'aws', family: 'first' })
  if (!role || 'failure' in reading) throw new Error('There is no role or no session.')
  return isCurrent(role, reading.session)
}

describe('the current role', () => {
  it.each([
    ['aws_account_id = 444455556666\nrole_name = Hub', true],
    ['aws_account_id = 444455556666\nrole_name = team/Hub', true],
    ['aws_account_id = acme-hub\nrole_name = Hub', true],
    ['aws_account_id = 444455556666\nrole_name = hub', false],
    ['aws_account_id = 444455556666\nrole_name = Other', false],
    ['aws_account_id = 333344445555\nrole_name = Hub', false],
  ])('is %j: %s', (keys, current) => {
    expect(isCurrentOn('classicAliasSwitched', keys)).toBe(current)
    expect(isCurrentOn('multiSessionAliasSwitched', keys)).toBe(current)
  })

  it.each([
    ['123456789012', 'Power_User', false],
    ['111122223333', 'Power_User', true],
    ['111122223333', 'Reader', false],
  ])('is the portal role in %s as %s: %s', (account, roleName, current) => {
    const keys = `sso_account_id = ${account}\nsso_role_name = ${roleName}\nsso_start_url = https://example.awsapps.com/start`
    expect(isCurrentOn('classicIdentityCenter', keys)).toBe(current)
    expect(isCurrentOn('classicAliasSwitched', keys)).toBe(false)
  })

  it('isn’t the signed-in role', () => {
    const keys = 'aws_account_id = 111122223333\nrole_name = Engineering'
    expect(isCurrentOn('classicFederated', keys)).toBe(false)
  })
})
