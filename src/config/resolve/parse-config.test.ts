import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'

/** The first profile, without its name and line. */
function fields(text: string): object {
  const { name: _, line: __, ...others } = parseConfig(text).profiles[0] ?? { name: '', line: 0 }
  return others
}

function names(text: string): readonly string[] {
  return parseConfig(text).profiles.map(({ name }) => name)
}

describe('sections', () => {
  it.each([
    ['[a]', 'a'],
    ['  [ a ]  ', 'a'],
    ['[profile a]', 'a'],
    ['[PROFILE   a b]', 'a b'],
    ['[profile "a b"]', 'a b'],
    ['[a.b/c]', 'a.b/c'],
    ['[本番 🚀]', '本番 🚀'],
    ['[__proto__]', '__proto__'],
    ['[constructor]', 'constructor'],
    ['[profile]', 'profile'],
    ['[profile preview]', 'preview'],
    ['[preview]', 'preview'],
    ['[services a]', 'services a'],
    ['[a]b]', 'a]b'],
    ['[team #1]', 'team #1'],
    ['[a] # see [b]', 'a'],
    ['\uFEFF[a]', 'a'],
  ])('%j is the profile %j', (header, name) => {
    expect(parseConfig(`${header}\n${role}`)).toMatchObject({
      profiles: [{ name, line: 1 }],
      diagnostics: [],
    })
  })

  it.each(['\n', '\r\n', '\r'])('lines may end with %j', end => {
    const text = ['[a]', ...role.trim().split('\n'), '', '[b]', 'nonsense'].join(end)
    expect(parseConfig(text)).toMatchObject({
      profiles: [
        { name: 'a', line: 1, roleName: 'Admin' },
        { name: 'b', line: 5 },
      ],
      diagnostics: [{ kind: 'notKeyValue', line: 6 }],
    })
  })

  it.each(['[sso-session a]', '[services a]', '[preview]', '[plugins]'])(
    '%s has settings of other tools: no profile, no message',
    header => {
      const config = parseConfig(`${header}\nwhatever = 1\nnonsense`)
      expect(config).toEqual({ profiles: [], diagnostics: [], settings: { includes: [] } })
    },
  )

  it('keep their order, and count as profiles even without an account', () => {
    expect(names(`[b]\n${role}[default]\nregion = eu-west-1\n[2]\n${role}[1]\n${role}`)).toEqual([
      'b',
      'default',
      '2',
      '1',
    ])
  })

  it('stay unaffected if another one is broken', () => {
    expect(names(`[a]\n${role}[b\n${role}[c]\naws_account_id = 1\n[]\n${role}[d]\n${role}`)).toEqual([
      'a',
      'd',
    ])
  })
})

describe('values', () => {
  it.each([
    ['a', 'a'],
    ['  a b  ', 'a b'],
    ['a=b = c', 'a=b = c'],
    ['a ; comment', 'a'],
    ['a#comment', 'a'],
    ['"a; b # c" ; comment', 'a; b # c'],
    ["'a; b' # comment", 'a; b'],
    ['"a \\"b\\" \\u00e9"', 'a "b" é'],
    ['"C:\\dir"', 'C:\\dir'],
    ["'5'", '5'],
    ['"a" and "b"', '"a" and "b"'],
    ["'tis", "'tis"],
    ['true', 'true'],
    ['null', 'null'],
    ['a\\;b', 'a\\'],
  ])('%j means %j', (written, description) => {
    expect(fields(`[a]\ndescription = ${written}\n${role}`)).toMatchObject({ description })
  })

  it.each([
    ['ff8800', 'ff8800'],
    ['FF8800', 'ff8800'],
    ['#ff8800', 'ff8800'],
    ['#F80', 'ff8800'],
    ['"#ff8800"', 'ff8800'],
    ['#ff8800;comment', 'ff8800'],
    ['#ff8800 # comment', 'ff8800'],
    ['ff8800#comment', 'ff8800'],
  ])('color = %s is %s', (written, color) => {
    expect(fields(`[a]\n${role}color = ${written}`)).toMatchObject({ color })
  })

  it.each([
    ['Admin', 'Admin'],
    ['/team/Admin', 'team/Admin'],
    ['a+=,.@_-', 'a+=,.@_-'],
  ])('role_name = %s is %s', (written, roleName) => {
    expect(fields(`[a]\naws_account_id = my-alias\nrole_name = ${written}`)).toEqual({
      account: 'my-alias',
      roleName,
    })
  })

  it.each(['https://example.com/a.png', 'data:image/png;base64,iVBORw0KGgo='])('image = %s', image => {
    expect(fields(`[a]\n${role}image = ${image} ; comment`)).toMatchObject({ image })
  })

  it('role_arn sets account, role and partition', () => {
    expect(fields('[a]\nrole_arn = arn:aws-us-gov:iam::111122223333:role/team/Admin')).toEqual({
      account: '111122223333',
      roleName: 'team/Admin',
      partition: 'aws-us-gov',
    })
  })

  it('keys may be in capitals and in quotes', () => {
    expect(fields('[a]\nAWS_Account_ID = 111122223333\n"role_name" = Admin')).toEqual({
      account: '111122223333',
      roleName: 'Admin',
    })
  })

  it('an indented block belongs to the key above it, indented keys to the section', () => {
    const text = `[a]\n  aws_account_id = 111122223333\n  s3 =\n    color = ff0000\n\n    nonsense\n  role_name = Admin`
    expect(parseConfig(text)).toMatchObject({ diagnostics: [] })
    expect(fields(text)).toEqual({ account: '111122223333', roleName: 'Admin' })
  })
})

describe('include_profile', () => {
  it('inherits what the profile doesn’t set itself, over several steps', () => {
    const text = `[a]\ninclude_profile = b\nrole_arn = arn:aws:iam::111122223333:role/A\n
      [b]\nparent_profile = c\ncolor = ff0000\nregion = eu-west-1\n[c]\ncolor = 00ff00\ngroup = g\nsource_profile = d\n[d]\naws_account_id = 444455556666`
    expect(parseConfig(text).diagnostics).toEqual([])
    expect(fields(text)).toEqual({
      account: '111122223333',
      partition: 'aws',
      roleName: 'A',
      sourceProfile: 'd',
      color: 'ff0000',
      region: 'eu-west-1',
      group: 'g',
    })
  })

  it('inherits alias and partition only together with the account', () => {
    const text = `[a]\ninclude_profile = b\naws_account_id = 111122223333\n[b]\nrole_arn = arn:aws-cn:iam::444455556666:role/B\naws_account_alias = bbb`
    expect(fields(text)).toEqual({ account: '111122223333', roleName: 'B' })
  })
})

describe('a base account', () => {
  it('gives its target_role_name to profiles without a role', () => {
    const text = `[base]\naws_account_id = 111122223333\ntarget_role_name = R\n[a]\naws_account_id = 444455556666\nsource_profile = base`
    expect(parseConfig(text)).toMatchObject({
      profiles: [{ targetRoleName: 'R' }, { name: 'a' }],
      diagnostics: [],
    })
  })

  it('may be a portal role', () => {
    const text = `[base]\nsso_account_id = 111122223333\nsso_role_name = Dev\n[a]\n${role}source_profile = base`
    expect(parseConfig(text)).toMatchObject({
      profiles: [{ portal: { account: '111122223333', roleName: 'Dev' } }, {}],
      diagnostics: [],
    })
  })
})
