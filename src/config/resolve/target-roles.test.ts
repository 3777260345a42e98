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
  it('gives profiles with an account and a role', () => {
    expect(targets(`[a]\n${account}role_name = Admin\n[default]\nregion = eu-west-1`)).toEqual(['a Admin'])
  })

  it('gives how long a session lasts, also where an included profile says it', () => {
    const text = `[long]\nduration_seconds = 7200\n[a]\n${account}role_name = Admin\ninclude_profile = long\n`
    expect(targetRoles(parseConfig(text).profiles).roles).toMatchObject([{ name: 'a', duration: 7200 }])
  })

  it("gives profiles that have their base account's role, with the base", () => {
    const text = `${base}target_role_name = Engineer\n[a]\nsource_profile = base\n${account}`
    expect(targets(text)).toEqual(['a Engineer base'])
  })

  it('gives a base account only where it is written with role_arn', () => {
    const target = `[a]\nsource_profile = base\n${account}role_name = Admin\n`
    expect(targets(`${base}role_name = SignedIn\n${target}`)).toEqual(['a Admin base'])
    expect(targets(`[base]\nrole_arn = arn:aws:iam::111122223333:role/Hub\n${target}`)).toEqual([
      'base Hub',
      'a Admin base',
    ])
  })

  it('gives a portal role as the base, and never as a target', () => {
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
    ])('gives a portal role %s', (_, text) => {
      expect(of(text)).toEqual([
        { name: 'a', account: '111122223333', roleName: 'Reader', partition: 'aws', portal },
      ])
    })

    it('gives one that is a base account too, with its colour, region and the rest', () => {
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

    it('gives none where the portal isn’t one, nor of a profile that is switched to', () => {
      expect(of(`[a]\n${keys}sso_session = other\n${session}`)).toEqual([])
      expect(of(`[a]\n${keys}sso_start_url = https://awsapps.com/start`)).toEqual([])
      expect(of(`[a]\n${keys}sso_start_url = http://example.com/start`)).toEqual([])
      expect(of(`[a]\n${keys}sso_session = work\n${account}role_name = R\n${session}`)).toMatchObject([
        { name: 'a', account: '444455556666', roleName: 'R' },
      ])
    })

    it('offers the other portals of one instance, also beside one that can’t be', () => {
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

    it('finds the portal of an issuer by its region, whichever comes first', () => {
      const issuer = 'sso_start_url = https://identitycenter.amazonaws.com/ssoins-1'
      const expected = [{ name: 'a', portal: 'https://ssoins-1.eu-west-1.portal.amazonaws.com' }]
      expect(of(`[a]\n${keys}${issuer}\nsso_region = eu-west-1`)).toMatchObject(expected)
      expect(of(`[a]\n${keys}sso_region = eu-west-1\n${issuer}`)).toMatchObject(expected)
      expect(
        of(`[a]\n${keys}sso_session = work\n[sso-session work]\nsso_region = eu-west-1\n${issuer}`),
      ).toMatchObject(expected)
      expect(of(`[a]\n${keys}${issuer}`)).toEqual([])
    })

    it('offers a portal at an address of the customer’s own', () => {
      expect(of(`[a]\n${keys}sso_start_url = https://sso.example.com/`)).toMatchObject([
        { name: 'a', portal: 'https://sso.example.com', partition: 'aws' },
      ])
    })

    it('takes the session of the text that counts most, in whichever text the profile is', () => {
      const theirs = `[a]\n${keys}sso_session = work\n${session}`
      const mine = session.replace('example', 'mine')
      expect(targetRoles(parseTogether(mine, [theirs]).profiles).roles).toMatchObject([
        { name: 'a', portal: 'https://mine.awsapps.com/start' },
      ])
      expect(targetRoles(parseTogether('', [theirs]).profiles).roles).toMatchObject([{ name: 'a', portal }])
    })
  })

  it("says which are the team's, and gives those that have their base account in the other text", () => {
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

  it('gives no base where it is missing, without an account, or the profile itself', () => {
    const text = (source: string) => `[default]\n[a]\nsource_profile = ${source}\n${account}role_name = Admin`
    for (const source of ['nobody', 'default', 'a']) expect(targets(text(source))).toEqual(['a Admin'])
  })
})
