import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configuration } from '../fixtures/aesr-configuration'
import { ours, theirs } from '../fixtures/target-roles'
import { parseConfig } from './parse-config'

describe('a list that AWS Extend Switch Roles accepts', () => {
  it('gives the same target roles', () => {
    fc.assert(
      fc.property(configuration, text => {
        expect(ours(text)).toEqual(theirs(text))
        expect(parseConfig(text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [
      'settings sections that name an account',
      '[preview]\naws_account_id=111122223333\nrole_name=a\n[services x]\naws_account_id=111122223333\nrole_name=b',
    ],
    [
      'chains',
      '[a]\naws_account_id=aaa\n[b]\naws_account_id=bbb\nrole_name=r\nsource_profile=a\n[c]\naws_account_id=ccc\nrole_name=r\nsource_profile=b',
    ],
    [
      'cycles',
      '[a]\naws_account_id=aaa\nrole_name=r\nsource_profile=b\n[b]\naws_account_id=bbb\nrole_name=r\nsource_profile=a',
    ],
    ['keys it does not know', '[a]\naws_account_id=aaa\nrole_name=r\nwhatever=x'],
  ])('gives the same target roles with %s', (_, text) => {
    expect(ours(text)).toEqual(theirs(text))
  })
})

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'

describe('a deliberate difference', () => {
  it.each([
    [
      'a value may hold a =',
      '[a]\naws_account_id = 111122223333\nrole_name = a=b',
      { role: 'a=b' },
      { role: 'a' },
    ],
    [
      'quotes are not part of a value',
      `[a]\n${role}image = "https://example.com/"`,
      { image: 'https://example.com/' },
      { image: '"https://example.com/"' },
    ],
    ['quotes are not part of a name', `["a"]\n${role}`, { name: 'a' }, { name: '"a"' }],
    [
      'quotes keep a ; and a # in the value',
      `[a]\n${role}image = "https://example.com/#a;b"`,
      { image: 'https://example.com/#a;b' },
      { image: '"https://example.com/' },
    ],
    [
      'a data URL needs a space before a comment',
      `[a]\n${role}image = data:image/png;base64,AA==`,
      { image: 'data:image/png;base64,AA==' },
      { image: 'data:image/png' },
    ],
    [
      'an invalid color is ignored',
      `[a]\n${role}color = reddish`,
      { color: undefined },
      { color: 'reddish' },
    ],
    ['an invalid region is ignored', `[a]\n${role}region = here`, { region: undefined }, { region: 'here' }],
    [
      'an invalid image is ignored',
      `[a]\n${role}image = http://example.com/`,
      { image: undefined },
      { image: 'http://example.com/' },
    ],
    [
      'an invalid alias is ignored',
      `[a]\n${role}aws_account_alias = A B`,
      { alias: undefined },
      { alias: 'A B' },
    ],
    [
      'a leading slash of a role name is dropped',
      '[a]\naws_account_id = aaa\nrole_name = /t/A',
      { role: 't/A' },
      { role: '/t/A' },
    ],
    [
      'keys may be in capitals',
      `[a]\n${role}Region = eu-west-1`,
      { region: 'eu-west-1' },
      { region: undefined },
    ],
    [
      'include_profile inherits',
      `[a]\n${role}include_profile = b\n[b]\n${role}region = eu-west-1`,
      { region: 'eu-west-1' },
      { region: undefined },
    ],
  ])('%s', (_, text, our, their) => {
    expect(ours(text)[0]).toMatchObject(our)
    expect(theirs(text)[0]).toMatchObject(their)
  })

  it.each([
    ['an invalid account', '[a]\naws_account_id = 1\nrole_name = Admin'],
    ['an invalid role name', '[a]\naws_account_id = 111122223333\nrole_name = a b'],
    ['an account in the ARN that is no id', '[a]\nrole_arn = arn:aws:iam::mine:role/Admin'],
    ['a partition without a console', '[a]\nrole_arn = arn:aws-iso:iam::111122223333:role/Admin'],
    ['a [rolecall] section', `[rolecall]\n${role}`],
  ])('%s loses the profile', (_, text) => {
    expect(theirs(text)).toHaveLength(1)
    expect(parseConfig(text)).toMatchObject({ profiles: [], diagnostics: [{ severity: 'error' }] })
  })

  it('a second profile with the same name is skipped', () => {
    const text = `[a]\n${role}[profile a]\n${role}`
    expect(theirs(text)).toHaveLength(2)
    expect(parseConfig(text)).toMatchObject({
      profiles: [{ line: 1 }],
      diagnostics: [{ kind: 'duplicateProfile' }],
    })
  })

  it('a profile that names itself is available in every account: it isn’t its own base account', () => {
    const text = `[a]\n${role}source_profile = a`
    expect(theirs(text)).toMatchObject([{ base: 'a' }])
    expect(parseConfig(text).diagnostics).toMatchObject([{ kind: 'selfSource' }])
  })

  it.each([
    ['#rrggbb', `[a]\n${role}color = #ff0000`],
    ['an account without a role', '[a]\naws_account_id = 111122223333'],
    ['a missing source_profile', `[a]\n${role}source_profile = b`],
    ['a section without an account', '[a]\nregion = eu-west-1'],
    [
      'role_arn next to the same account',
      '[a]\nrole_arn = arn:aws:iam::111122223333:role/A\naws_account_id = 111122223333',
    ],
  ])('%s is accepted', (_, text) => {
    expect(() => theirs(text)).toThrow()
    expect(parseConfig(text).profiles).toHaveLength(1)
  })
})
