import { describe, expect, it } from 'vitest'
import { asOneLine } from '../../lib/one-line'
import { listFacts } from './list-facts'
import { type FoundToWrite, writeFound } from './write-found'

const url = 'https://example.awsapps.com/start'
const reader = {
  name: asOneLine('shop-reader'),
  account: '111122223333',
  roleName: 'Reader',
  group: '',
  color: '',
}

const write = (text: string, wanted: Partial<FoundToWrite> = {}) =>
  writeFound(text, {
    url,
    ssoRegion: 'eu-west-1',
    region: '',
    roles: [reader],
    gone: [],
    goneChoice: 'keep',
    takenSessions: listFacts([text]).takenSessions,
    ...wanted,
  })

const session = `[sso-session example]
sso_start_url = ${url}
sso_region = eu-west-1
sso_registration_scopes = sso:account:access
`
const section = `
[profile shop-reader]
sso_session = example
sso_account_id = 111122223333
sso_role_name = Reader
`

describe('writing what was found', () => {
  it('writes a whole ~/.aws/config into an empty list', () => {
    const roles = [{ ...reader, group: 'Shop; till', color: '#d13212' }]
    expect(write('', { roles, region: 'eu-west-3' })).toBe(
      `${session}${section}region = eu-west-3\ngroup = "Shop; till"\ncolor = #d13212\n`,
    )
  })

  it('reuses the session of the same portal', () => {
    const own = session.replace('example]', 'my session]')
    expect(write(own)).toBe(own + section.replace('= example', '= my session'))
  })

  it('takes no name of a session that means something already', () => {
    const own = '[sso-session example]\nsso_region = eu-west-1\n\n[profile a]\nsso_session = example-2\n'
    expect(write(own)).toContain('[sso-session example-3]')
  })

  it('names the session of a portal in another partition by its directory', () => {
    expect(write('', { url: 'https://start.us-gov-home.awsapps.com/directory/agency' })).toContain(
      '[sso-session agency]',
    )
  })

  it('writes below the account’s other roles, as they are written, with CRLF and a byte order mark', () => {
    const own = `\ufeff${session}
[admin]
  sso_session    = example
  sso_account_id = 111122223333
  sso_role_name  = Admin ; mine
  # A comment

# About b
[b]
  sso_session    = example
  sso_account_id = 333344445555
  sso_role_name  = Admin
`.replaceAll('\n', '\r\n')
    const added = `
[shop-reader]
  sso_session    = example
  sso_account_id = 111122223333
  sso_role_name  = Reader
`.replaceAll('\n', '\r\n')
    expect(write(own)).toBe(own.replace('  # A comment\r\n', `  # A comment\r\n${added}`))
  })

  it('puts no blank lines into a list that has none', () => {
    const own = `${session}[profile a]\nsso_session=example\nsso_account_id=333344445555\nsso_role_name=Admin`
    expect(write(own)).toBe(
      `${own}\n[profile shop-reader]\nsso_session=example\nsso_account_id=111122223333\nsso_role_name=Reader\n`,
    )
  })

  const old = '# Old\n[profile old]\nsso_session = example\n# In it\nsso_role_name = Reader\n# Below it\n'
  const more = '\n[profile more]\nregion = eu-west-1\n'

  it('comments out or removes what is gone, with the comments above and in it', () => {
    const gone = ['old']
    expect(write(old + more, { roles: [], gone })).toBe(old + more)
    expect(write(old + more, { roles: [], gone, goneChoice: 'comment' })).toBe(
      `# Old\n# [profile old]\n# sso_session = example\n# In it\n# sso_role_name = Reader\n# Below it\n${more}`,
    )
    expect(write(old + more, { roles: [], gone, goneChoice: 'remove' })).toBe(`# Below it\n${more}`)
    expect(write(`${more}\n${old}`, { roles: [], gone, goneChoice: 'remove' })).toBe(`${more}\n# Below it\n`)
  })

  it('never takes settings for a profile that is gone', () => {
    const own = `${session}\n[profile sso-session example]\nregion = eu-west-1\n`
    expect(write(own, { roles: [], gone: ['sso-session example'], goneChoice: 'remove' })).toBe(
      `${session}\n`,
    )
  })

  it('takes the first line end for new lines', () => {
    expect(write('\r')).toBe(`\r${session}${section}`.replaceAll('\n', '\r'))
  })
})
