import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'
import { parseTogether } from './parse-together'
import { targetRoles } from './target-roles'

function targets(text: string): readonly string[] {
  const { roles, bases } = targetRoles(parseConfig(text).profiles)
  return roles.map(({ name, roleName, base }) =>
    [name, roleName, ...(base === undefined ? [] : [bases[base]?.name])].join(' '),
  )
}

const base = '[base]\naws_account_id = 111122223333\n'
const account = 'aws_account_id = 444455556666\n'

describe('targetRoles', () => {
  it('returns profiles with an account and a role', () => {
    expect(targets(`[a]\n${account}role_name = Admin\n[default]\nregion = eu-west-1`)).toEqual(['a Admin'])
  })

  it('returns how long a session lasts, even if an included profile says it', () => {
    const text = `[long]\nduration_seconds = 7200\n[a]\n${account}role_name = Admin\ninclude_profile = long\n`
    expect(targetRoles(parseConfig(text).profiles).roles).toMatchObject([{ name: 'a', duration: 7200 }])
  })

  it('returns profiles with their base account’s role, and the base account', () => {
    const text = `${base}target_role_name = Engineer\n[a]\nsource_profile = base\n${account}`
    expect(targets(text)).toEqual(['a Engineer base'])
  })

  it('returns a base account only if it’s written with role_arn', () => {
    const target = `[a]\nsource_profile = base\n${account}role_name = Admin\n`
    expect(targets(`${base}role_name = SignedIn\n${target}`)).toEqual(['a Admin base'])
    expect(targets(`[base]\nrole_arn = arn:aws:iam::111122223333:role/Hub\n${target}`)).toEqual([
      'base Hub',
      'a Admin base',
    ])
  })

  it('returns a portal role as the base, and never as a target', () => {
    const portal = '[portal]\nsso_account_id = 111122223333\nsso_role_name = Reader\ntarget_role_name = R\n'
    expect(targets(`${portal}[a]\nsource_profile = portal\n${account}`)).toEqual(['a R portal'])
  })

  describe('of Identity Center', () => {
    const session = '[sso-session work]\nsso_start_url = https://example.awsapps.com/start/\n'
    const keys = 'sso_account_id = 111122223333\nsso_role_name = Reader\n'
    const portal = 'https://example.awsapps.com/start'
    const of = (text: string) => targetRoles(parseConfig(text).profiles).roles

    it.each([
      ['by its own start URL', `[a]\n${keys}sso_start_url = ${portal}/#/\n`],
      ['by a session', `[a]\n${keys}sso_session = work\n${session}`],
      [
        'by a session with a name in quotes',
        `[a]\n${keys}sso_session = work\n${session.replace('work', '"work"')}`,
      ],
      ['by what it includes', `[a]\n${keys}include_profile = b\n[b]\nsso_session = work\n${session}`],
    ])('returns a portal role %s', (_, text) => {
      expect(of(text)).toEqual([
        { name: 'a', account: '111122223333', roleName: 'Reader', partition: 'aws', portal },
      ])
    })

    it('returns one that is also a base account, with its color, region and the rest', () => {
      const more = 'color = ff0000\nregion = eu-west-1\ngroup = G\nconfirm = yes\n'
      expect(
        of(
          `[base]\n${keys}sso_start_url = ${portal}\n${more}[b]\nsource_profile = base\n${account}role_name = R`,
        ),
      ).toMatchObject([
        { name: 'base', portal, color: 'ff0000', region: 'eu-west-1', group: 'G', confirm: true },
        { name: 'b', base: 0 },
      ])
    })

    it('returns none if the portal isn’t one, or for a profile that is switched to', () => {
      expect(of(`[a]\n${keys}sso_session = other\n${session}`)).toEqual([])
      expect(of(`[a]\n${keys}sso_start_url = https://awsapps.com/start`)).toEqual([])
      expect(of(`[a]\n${keys}sso_start_url = http://example.com/start`)).toEqual([])
      expect(of(`[a]\n${keys}sso_session = work\n${account}role_name = R\n${session}`)).toMatchObject([
        { name: 'a', account: '444455556666', roleName: 'R' },
      ])
    })

    it('offers the other portals of an instance, even next to an unusable one', () => {
      const [first, second] = [
        'https://ssoins-1.portal.eu-west-1.app.aws',
        'https://ssoins-1.us-east-1.portal.amazonaws.com',
      ]
      const urls = `${first}, http://evil.example, ${second},${first}/`
      const expected = [{ name: 'a', portal: first, otherPortals: [second] }]
      expect(of(`[a]\n${keys}sso_start_url = ${urls}`)).toMatchObject(expected)
      expect(of(`[a]\n${keys}sso_session = work\n[sso-session work]\nsso_start_url = ${urls}`)).toMatchObject(
        expected,
      )
    })

    it('finds an issuer’s portal by its region, in any order', () => {
      const issuer = 'sso_start_url = https://identitycenter.amazonaws.com/ssoins-1'
      const expected = [{ name: 'a', portal: 'https://ssoins-1.eu-west-1.portal.amazonaws.com' }]
      expect(of(`[a]\n${keys}${issuer}\nsso_region = eu-west-1`)).toMatchObject(expected)
      expect(of(`[a]\n${keys}sso_region = eu-west-1\n${issuer}`)).toMatchObject(expected)
      expect(
        of(`[a]\n${keys}sso_session = work\n[sso-session work]\nsso_region = eu-west-1\n${issuer}`),
      ).toMatchObject(expected)
      expect(of(`[a]\n${keys}${issuer}`)).toEqual([])
    })

    it('offers a portal at the customer’s own address', () => {
      expect(of(`[a]\n${keys}sso_start_url = https://sso.example.com/`)).toMatchObject([
        { name: 'a', portal: 'https://sso.example.com', partition: 'aws' },
      ])
    })

    it('uses the session of the text with the highest priority, whichever text the profile is in', () => {
      const theirs = `[a]\n${keys}sso_session = work\n${session}`
      const mine = session.replace('example', 'mine')
      expect(targetRoles(parseTogether(mine, [theirs]).profiles).roles).toMatchObject([
        { name: 'a', portal: 'https://mine.awsapps.com/start' },
      ])
      expect(targetRoles(parseTogether('', [theirs]).profiles).roles).toMatchObject([{ name: 'a', portal }])
    })
  })

  it('marks the team’s, and returns those whose base account is in the other text', () => {
    const personal = `[mine]\n${account}role_name = R\nsource_profile = base\n[changed]\ncolor = ff0000\n`
    const team = `${base}[theirs]\n${account}role_name = R\n[changed]\n${account}role_name = R`
    const { roles, bases } = targetRoles(parseTogether(personal, [team]).profiles)
    expect(roles.map(({ name, origin, base }) => [name, origin, base])).toEqual([
      ['mine', undefined, 0],
      ['theirs', 'team', undefined],
      ['changed', 'both', undefined],
    ])
    expect(bases).toEqual([{ name: 'base', account: '111122223333' }])
  })

  it('returns no base if it’s missing, has no account, or is the profile itself', () => {
    const text = (source: string) => `[default]\n[a]\nsource_profile = ${source}\n${account}role_name = Admin`
    for (const source of ['nobody', 'default', 'a']) expect(targets(text(source))).toEqual(['a Admin'])
  })
})
