import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsVault } from '../fixtures/aws-vault'
import { parseConfig } from '../resolve/parse-config'
import { targetRoles } from '../resolve/target-roles'
import { toAwsConfig } from './to-aws-config'

function exported(text: string) {
  const { profiles } = parseConfig(text)
  return toAwsConfig(targetRoles(profiles), profiles)
}

describe('toAwsConfig', () => {
  it('writes roles with their ARN, source and region, and base accounts to add credentials to', () => {
    const text = `
[hub]
aws_account_id = 111122223333
target_role_name = Engineer
target_region = eu-west-1
[shop 1]
source_profile = hub
aws_account_id = 444455556666
[customs]
aws_account_id = 555566667777
role_name = team/Admin
region = us-gov-west-1`
    expect(exported(text).text).toBe(`[profile hub]
region = eu-west-1

[profile "shop 1"]
role_arn = arn:aws:iam::444455556666:role/Engineer
source_profile = hub
region = eu-west-1

[profile customs]
role_arn = arn:aws-us-gov:iam::555566667777:role/team/Admin
source_profile = default
region = us-gov-west-1
`)
  })

  it('skips accounts that are only known by an alias', () => {
    const text =
      '[default]\naws_account_id = hub-alias\n[a]\nsource_profile = default\naws_account_id = my-shop\nrole_name = A'
    expect(exported(text)).toEqual({
      text: '[default]\n',
      count: 1,
      limits: [{ kind: 'alias', names: ['a'] }],
    })
  })

  it('keeps the source of a role without an account, as in ~/.aws/config', () => {
    const text = `[profile base]
region = eu-west-1

[profile payments]
role_arn = arn:aws:iam::444455556666:role/Operator
source_profile = base

[profile archive]
role_arn = arn:aws:iam::555566667777:role/Reader
source_profile = only-in-the-credentials
`
    expect(exported(text).text).toBe(text)
  })

  it('names the portals whose region isn’t known', () => {
    const portal =
      'sso_account_id = 111122223333\nsso_role_name = R\nsso_start_url = https://example.awsapps.com/start\n'
    const text = `[base]\n${portal}[other]\n${portal}[a]\nsource_profile = base\nrole_arn = arn:aws:iam::444455556666:role/A\n`
    expect(exported(text)).toMatchObject({ count: 2, limits: [{ kind: 'portal', names: ['other', 'base'] }] })
    expect(exported(text).text).toBe(
      '[profile base]\n\n[profile a]\nrole_arn = arn:aws:iam::444455556666:role/A\nsource_profile = base\n',
    )
  })

  it('returns the example’s roles when read back', () => {
    const example = readFileSync(new URL('../../../examples/rolecall.ini', import.meta.url), 'utf8')
    const before = targetRoles(parseConfig(example).profiles)
    const { profiles, diagnostics } = parseConfig(exported(example).text)
    const essence = ({
      name,
      account,
      roleName,
      region,
    }: Partial<Record<'name' | 'account' | 'roleName' | 'region', string>>) => ({
      name,
      account,
      roleName,
      region,
    })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(profiles.filter(profile => profile.roleName).map(essence)).toEqual(before.roles.map(essence))
  })

  it('writes plain names without quotes, and lists names that some tools can’t read', () => {
    const role = 'aws_account_id = 444455556666\nrole_name = R\n'
    const names = [
      'a:b',
      'fifty%',
      'a.b@c/d+e-f_g',
      '決済',
      'a=b,c',
      'a]b',
      'my role',
      "it's",
      'back\\slash',
      '"a#b"',
    ]
    const { text, count, limits } = exported(names.map(name => `[${name}]\n${role}`).join(''))
    expect(count).toBe(names.length)
    expect(text.match(/^\[.*\]$/gm)).toEqual([
      ...['a:b', 'fifty%', 'a.b@c/d+e-f_g', '決済', 'a=b,c', 'a]b'].map(name => `[profile ${name}]`),
      ...['"my role"', `"it's"`, '"back\\\\slash"', '"a#b"'].map(name => `[profile ${name}]`),
    ])
    expect(limits).toEqual([
      { kind: 'quoted', names: ['my role', "it's", 'back\\slash', 'a#b'] },
      { kind: 'odd', names: ['決済', 'a=b,c', 'a]b'] },
    ])
  })

  it('has no name with a tab, which the editor offers to fix', () => {
    const text = '[a\tb]\naws_account_id = 444455556666\nrole_name = R\n'
    expect(parseConfig(text).diagnostics).toMatchObject([{ kind: 'notOneLineName', fix: { text: '[a b]' } }])
    expect(exported(text)).toEqual({ text: '', count: 0, limits: [] })
  })

  it.each([
    'credential_source = Ec2InstanceMetadata\n',
    'web_identity_token_file = /var/run/token\nrole_session_name = pod\n',
    'source_profile = default\nexternal_id = 42:a\nmfa_serial = arn:aws:iam::111122223333:mfa/me\nduration_seconds = 7200\n',
  ])('keeps %j', keys => {
    const text = `[profile a]\nrole_arn = arn:aws:iam::444455556666:role/R\n${keys}`
    expect(exported(text).text).toBe(text)
  })

  it('keeps what a role includes, and gives it only one source of credentials', () => {
    const text = `[common]
mfa_serial = arn:aws:iam::111122223333:mfa/me
external_id = common
[profile a]
include_profile = common
external_id = own
credential_source = Environment
source_profile = default
role_arn = arn:aws:iam::444455556666:role/R
`
    expect(exported(text).text).toBe(`[profile a]
role_arn = arn:aws:iam::444455556666:role/R
source_profile = default
external_id = own
mfa_serial = arn:aws:iam::111122223333:mfa/me
`)
  })

  it('writes no command, and reports that', () => {
    const text = `[a]
aws_account_id = 444455556666
role_name = R
credential_process = helper
[b]
role_arn = arn:aws:iam::444455556666:role/R
web_identity_token_process = helper
`
    expect(exported(text)).toEqual({ text: '', count: 0, limits: [{ kind: 'command', names: ['a', 'b'] }] })
    const source =
      '[a]\naws_account_id = 111122223333\ncredential_process = helper\n[b]\nsource_profile = a\nrole_arn = arn:aws:iam::444455556666:role/R\n'
    expect(exported(source)).toMatchObject({ count: 2, limits: [{ kind: 'command', names: ['a'] }] })
  })

  it('has portal roles, with or without their session', () => {
    const text = `[sso-session work]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile reader]
sso_session = work
sso_account_id = 111122223333
sso_role_name = Reader
region = eu-central-1

[profile old]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = Reader
`
    expect(exported(text)).toEqual({ text, count: 2, limits: [] })
    const source = `${text}\n[profile a]\nrole_arn = arn:aws:iam::444455556666:role/A\nsource_profile = reader\n`
    expect(parseConfig(exported(source).text).profiles).toHaveLength(3)
    expect(exported(source).text).toContain('[profile reader]\nsso_session = work\n')
  })

  it('skips a role that aws-vault would use for others', () => {
    const text = `[default]
role_arn = arn:aws:iam::444455556666:role/R
source_profile = hub
[hub]
aws_account_id = 111122223333
`
    expect(exported(text)).toEqual({
      text: '[profile hub]\n',
      count: 1,
      limits: [{ kind: 'inherited', names: ['default'] }],
    })
    const below = text.replace('default', 'shop').replaceAll('hub', 'shop.hub')
    expect(exported(below).limits).toEqual([{ kind: 'inherited', names: ['shop'] }])
  })
})

describe('an exported file, read by aws-vault’s rules', () => {
  const name = fc.constantFrom(
    'default',
    'a',
    'a.b',
    'a.b.c',
    'b',
    'hub',
    'x:y',
    '50%',
    '決済',
    'my role',
    'a#b',
    "it's",
  )
  const line = fc.oneof(
    name.map(source => `source_profile = "${source}"`),
    name.map(included => `include_profile = "${included}"`),
    fc.constantFrom(
      ...['role_arn = arn:aws:iam::444455556666:role/R', 'aws_account_id = 111122223333', 'role_name = Q'],
      ...['external_id = one', 'mfa_serial = arn:aws:iam::111122223333:mfa/me', 'duration_seconds = 7200'],
      ...['credential_source = Environment', 'web_identity_token_file = /token', 'region = eu-west-1'],
      ...[
        'role_session_name = me',
        'credential_process = helper',
        'target_role_name = T',
        'session_tags = a=b',
      ],
    ),
  )
  const section = fc.tuple(
    name,
    fc.uniqueArray(line, { maxLength: 6, selector: one => one.split(' ')[0] }).map(lines => lines.join('\n')),
  )
  const list = fc
    .uniqueArray(section, { maxLength: 7, selector: ([one]) => one })
    .map(sections => sections.map(([one, lines]) => `["${one}"]\n${lines}\n`).join('\n'))

  it('has the same roles with the same credentials', () => {
    fc.assert(
      fc.property(list, text => {
        const { profiles } = parseConfig(text)
        const { roles } = targetRoles(profiles)
        const { text: written, limits } = toAwsConfig(targetRoles(profiles), profiles)
        const told = new Set(limits.filter(({ kind }) => kind !== 'odd').flatMap(({ names }) => names))
        const vault = readAsVault(written)
        for (const role of roles) {
          if (told.has(role.name)) continue
          const profile = profiles.find(one => one.name === role.name)
          const found = vault.get(role.name)
          expect(found?.role_arn).toBe(`arn:aws:iam::${role.account}:role/${role.roleName}`)
          expect(found?.external_id).toBe(profile?.aws?.external_id)
          expect(found?.duration_seconds).toBe(
            role.duration === undefined ? undefined : String(role.duration),
          )
          const { credential_source, web_identity_token_file } = profile?.aws ?? {}
          const isBySelf = credential_source !== undefined || web_identity_token_file !== undefined
          const source = profile?.sourceProfile ?? (isBySelf ? undefined : 'default')
          expect(found?.source_profile).toBe(source === role.name ? undefined : source)
        }
        // A profile that needs credentials isn't a role there either.
        for (const { name: base } of profiles) {
          const isRole = roles.some(role => role.name === base)
          if (!isRole && vault.has(base)) expect(vault.get(base)?.role_arn).toBeUndefined()
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('an aws-vault file', () => {
  it('has the same roles here, however they inherit', () => {
    const text = `[default]
region = us-west-2
mfa_serial = arn:aws:iam::111122223333:mfa/me

[profile root]
aws_account_id = 111122223333

[profile base]
role_arn = arn:aws:iam::444455556666:role/Base
source_profile = root
external_id = 42

[profile child]
include_profile = base
region = eu-central-1

[profile grandchild]
include_profile = child
role_arn = arn:aws:iam::555566667777:role/Other
`
    const { profiles, diagnostics } = parseConfig(text)
    expect(diagnostics.map(({ kind }) => kind)).toEqual(['externalId'])
    const vault = readAsVault(text)
    const { roles } = targetRoles(profiles)
    expect(roles.map(role => role.name)).toEqual(['base', 'child', 'grandchild'])
    for (const { name, account, roleName } of roles) {
      expect(`arn:aws:iam::${account}:role/${roleName}`).toBe(vault.get(name)?.role_arn)
      expect(profiles.find(one => one.name === name)?.sourceProfile).toBe(vault.get(name)?.source_profile)
    }
    // In the exported file, both tools find what aws-vault finds in this one.
    const again = readAsVault(exported(text).text)
    for (const { name } of roles) {
      const { region: _, ...before } = vault.get(name) ?? {}
      const { region: _region, ...after } = again.get(name) ?? {}
      expect(after).toEqual(before)
    }
  })

  it.each([
    [
      'parent_profile',
      '[profile base]\nrole_arn = arn:aws:iam::444455556666:role/Base\n[profile a]\nparent_profile = base\n',
      ['base', 'a'],
    ],
    ['two spaces', '[profile  a]\nrole_arn = arn:aws:iam::444455556666:role/Base\n', ['a']],
    [
      'a profile that names itself',
      '[profile a]\nsource_profile = a\nrole_arn = arn:aws:iam::444455556666:role/Base\n',
      ['a'],
    ],
  ])('may have %s', (_, text, names) => {
    const { roles } = targetRoles(parseConfig(text).profiles)
    expect(roles.map(({ name }) => name)).toEqual(names)
    expect([...readAsVault(exported(text).text).keys()]).toEqual(names)
  })
})
