import { expect, it } from 'vitest'
import { parseConfig } from '../../config/resolve/parse-config'
import { portalsIn } from './portals-in'

it('finds each portal of a list once, sessions first, even without roles', () => {
  const text = `[profile a]
sso_start_url = https://other.awsapps.com/start
sso_account_id = 111122223333
sso_role_name = Reader

[sso-session work]
sso_start_url = https://example.awsapps.com/start/

[profile b]
sso_session = work
sso_account_id = 111122223333
sso_role_name = Reader

[sso-session unfinished]
sso_region = eu-west-1
`
  expect(portalsIn(text, parseConfig(text).profiles)).toEqual([
    'https://example.awsapps.com/start',
    'https://other.awsapps.com/start',
  ])
  expect(portalsIn('', [])).toEqual([])
})
