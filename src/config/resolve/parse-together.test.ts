import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'
import { parseTogether } from './parse-together'
import { targetRoles } from './target-roles'

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'
const account = 'aws_account_id = 444455556666\n'

/** The profile of a name, without its name and line. */
function fields(name: string, personal: string, ...team: readonly string[]): object | undefined {
  const profile = parseTogether(personal, team).profiles.find(profile => profile.name === name)
  if (!profile) return undefined
  const { name: _, line: __, ...others } = profile
  return others
}

/** Each profile as `name origin line`. */
function list(personal: string, ...team: readonly string[]): readonly string[] {
  return parseTogether(personal, team).profiles.map(
    ({ name, origin, line }) => `${name} ${origin ?? 'personal'} ${line}`,
  )
}

/** Returns where each role leads, and from which base account. */
function led(personal: string, ...team: readonly string[]): readonly string[] {
  const { roles, bases } = targetRoles(parseTogether(personal, team).profiles)
  return roles.map(({ name, account, roleName, partition, portal, base }) => {
    const from = base === undefined ? undefined : JSON.stringify(bases[base])
    const parts = [name, account, roleName, portal ?? partition, from]
    return parts.filter(part => part !== undefined).join(' ')
  })
}

/** Returns each text's diagnostics as `kind line values`. */
function findings(personal: string, ...team: readonly string[]): readonly (readonly string[])[] {
  const together = parseTogether(personal, team)
  return [together.personal, ...together.team].map(diagnostics =>
    diagnostics.map(({ kind, line, values }) => [kind, line, ...values].join(' ')),
  )
}

describe('a personal and a team list', () => {
  it('are both used, the personal one first', () => {
    expect(list(`[a]\n${role}`, `[b]\n${role}[c]\n${role}`)).toEqual(['a personal 1', 'b team 1', 'c team 4'])
  })

  it('keep every role that shares a name if a third list has a broken section of that name', () => {
    const twins =
      '[a]\nsso_account_id = 111122223333\nsource_profile = c\n' +
      'sso_start_url = https://one.awsapps.com/start\naws_account_id = 111122223333\n' +
      '[a]\nsource_profile = b\naws_account_id = 111122223333\n'
    const own = '[a]\nsso_role_name = Admin\n'
    const before = led(own, twins)
    expect(before).toHaveLength(1)
    expect(led(own, twins, '[a\n')).toEqual(before)
    for (const other of ['[a]\n', '[a]\ncolor = ff0000\n', '[a (c)]\n']) {
      expect(led(own, twins, other)).toEqual(before)
      expect(led(own, twins, other, other)).toEqual(before)
      expect(led(own, twins, other, '[a\n')).toEqual(before)
    }
  })

  it('keep two roles with one name if another list has a section of that name', () => {
    const own = `[a]\n${role}source_profile = b\n[a]\n${role}source_profile = c\n[b]\n${account}[c]\n${account}`
    const before = led(own)
    expect(before).toHaveLength(2)
    for (const other of ['[a]\ncolor = ff0000\n', '[a\n', `[a]\n${role}source_profile = b\n`]) {
      expect(led(own, other)).toEqual(before)
    }
  })

  it('are each read as if alone if they share no name', () => {
    const text = `[base]\n${account}target_role_name = R\n[a]\n${account}source_profile = base\n[b]\nmood = x`
    const alone = parseConfig(text)
    expect(parseTogether(text, [])).toEqual({
      profiles: alone.profiles,
      personal: alone.diagnostics,
      team: [],
    })
    expect(parseTogether('', [text])).toEqual({
      profiles: alone.profiles.map(profile => ({ ...profile, origin: 'team' })),
      personal: [],
      team: [alone.diagnostics],
    })
  })

  it('with several files come in the files’ order', () => {
    expect(list('', `[a]\n${role}`, `[b]\n${role}[a]\n${role}`)).toEqual(['a team 1', 'b team 1'])
  })
})

describe('a profile in both', () => {
  const team = `[a]\n${role}[shop]\n${role}color = ff0000\ngroup = Shops\n[z]\n${role}`

  it('is the team’s, with the personal keys replacing its own', () => {
    expect(fields('shop', '[shop]\ncolor = 00ff00\ndescription = mine', team)).toEqual({
      origin: 'both',
      account: '111122223333',
      roleName: 'Admin',
      color: '00ff00',
      group: 'Shops',
      description: 'mine',
    })
  })

  it('is in the team’s place, and is reported at its personal line', () => {
    expect(list('\n[profile shop]\ncolor = 00ff00', team)).toEqual(['a team 1', 'shop both 2', 'z team 9'])
  })

  it('is among the personal ones if those name the account', () => {
    expect(list(`[shop]\n${account}`, team)).toEqual(['shop both 1', 'a team 1', 'z team 9'])
  })

  it('needs no account in the personal text, and no role', () => {
    expect(findings('[shop]\ngroup = Mine', team)).toEqual([[], []])
    expect(findings(`[shop]\n${account}`, team)).toEqual([[], []])
    expect(findings('[shop]\ngroup = Mine', '')).toEqual([['missingAccount 1 shop'], []])
  })

  it.each([
    ['role_name = R', { account: '111122223333', roleName: 'R', partition: 'aws-cn', accountAlias: 'my-co' }],
    [account, { account: '444455556666', roleName: 'Admin' }],
    [
      'aws_account_id = 111122223333',
      { account: '111122223333', roleName: 'Admin', partition: 'aws-cn', accountAlias: 'my-co' },
    ],
    [
      'role_arn = arn:aws:iam::444455556666:role/B',
      { account: '444455556666', roleName: 'B', partition: 'aws' },
    ],
    [
      'aws_account_alias = mine',
      { account: '111122223333', roleName: 'Admin', partition: 'aws-cn', accountAlias: 'mine' },
    ],
  ])('doesn’t keep another account’s partition and alias with a role_arn: %j', (keys, profile) => {
    const arn = 'role_arn = arn:aws-cn:iam::111122223333:role/Admin\naws_account_alias = my-co'
    expect(fields('a', `[a]\n${keys}`, `[a]\n${arn}`)).toEqual({ origin: 'both', ...profile })
  })

  it('may be a portal role in one and a base account in the other', () => {
    const portal = '[base]\nsso_account_id = 444455556666\nsso_role_name = Reader'
    expect(fields('base', '[base]\ntarget_role_name = R', portal)).toEqual({
      origin: 'both',
      targetRoleName: 'R',
      portal: { account: '444455556666', roleName: 'Reader' },
    })
  })

  it('inherits only what neither of them sets', () => {
    const text = '[shop]\ninclude_profile = mine\n[mine]\ncolor = 00ff00\nregion = eu-west-1'
    expect(fields('shop', text, team)).toMatchObject({ color: 'ff0000', region: 'eu-west-1' })
  })

  it('also inherits settings of a switch', () => {
    const text =
      '[shop]\ninclude_profile = mine\n[mine]\nconfirm = true\nregions = eu-west-1\nmatch = *.aws.amazon.com/s3/'
    expect(fields('shop', text, team)).toMatchObject({
      confirm: true,
      regions: ['eu-west-1'],
      match: ['*.aws.amazon.com/s3/'],
    })
  })

  it('in two team files is as the earlier one says, key by key', () => {
    const files = ['[shop]\ncolor = 0000ff', team, '[shop]\ncolor = ffffff\nregion = eu-west-1']
    expect(fields('shop', '', ...files)).toMatchObject({
      color: '0000ff',
      region: 'eu-west-1',
      origin: 'team',
    })
    expect(fields('shop', '[shop]\ngroup = Mine', ...files)).toMatchObject({
      color: '0000ff',
      group: 'Mine',
      origin: 'both',
    })
  })
})

describe('names of another text', () => {
  const team = `[base]\n${account}target_role_name = R\n[look]\ncolor = ff0000\n`

  it('work in source_profile and include_profile, in both directions', () => {
    const personal = `[a]\naws_account_id = 111122223333\nsource_profile = base\ninclude_profile = look`
    expect(findings(personal, team)).toEqual([[], []])
    expect(findings(team, personal)).toEqual([[], []])
    expect(findings('', personal, team)).toEqual([[], [], []])
    expect(fields('a', personal, team)).toMatchObject({ sourceProfile: 'base', color: 'ff0000' })
  })

  it('are suggested for a misspelled one', () => {
    expect(findings(`[a]\n${role}source_profile = bsae`, team)[0]).toEqual(['misspelledSource 4 bsae base 1'])
  })

  it('are reported where they are written', () => {
    const naming = `[a]\n${role}source_profile = base`
    expect(findings(naming, `[base]\naws_account_id = 1`)).toEqual([
      ['brokenSourceElsewhere 4 base 1'],
      ['invalidAccount 2 1'],
    ])
    expect(findings('[base]\nregion = eu-west-1', naming)).toEqual([
      [],
      ['sourceWithoutAccountElsewhere 4 base 1'],
    ])
    expect(findings('[shop]\nsource_profile = nobody', `[shop]\n${role}`)).toEqual([
      ['missingSource 2 nobody 1'],
      [],
    ])
    expect(findings('[shop]\ncolor = ff0000', `\n[shop]\n${role}source_profile = nobody`)).toEqual([
      [],
      ['missingSource 5 nobody 1'],
    ])
    expect(findings(`[a]\n${role}source_profile = b`, `[b]\n${role}source_profile = a`)).toEqual([
      ['sourceCycle 4 a → b → a'],
      [],
    ])
  })

  it('no longer lack their account if the personal text adds it', () => {
    const naming = `[a]\n${role}source_profile = default\n[default]\nregion = eu-west-1`
    expect(findings('', naming)).toEqual([[], ['sourceWithoutAccount 4 default 5 1']])
    expect(findings(`[default]\n${account}`, naming)).toEqual([[], []])
  })
})

describe('an error', () => {
  it.each([
    ['[shop]\nrole_name = not one\ncolor = 00ff00', 'invalidRoleName 2 not one'],
    ['[shop\naws_account_id = 444455556666', 'unclosedHeader 1 [shop'],
    ['[shop]\naws_account_id = 1', 'invalidAccount 2 1'],
  ])('in the personal text stays one: the team’s doesn’t replace it (%j)', (personal, finding) => {
    expect(fields('shop', personal, `[shop]\n${role}`)).toBeUndefined()
    expect(findings(personal, `[shop]\n${role}`)).toEqual([[finding], []])
  })

  it.each([
    'aws_acount_id = 444455556666',
    'account = 444455556666',
    'aws_account_id =',
    'aws_account_id: 444455556666',
    'sso_account_id = 4444\nsso_role_name = Admin',
  ])('in the line that says where a profile leads isn’t fixed by the team (%j)', line => {
    expect(led(`[shop]\n${line}\n`, `[shop]\n${role}`)).toEqual([])
  })

  it('in the team’s text leaves a complete personal profile alone', () => {
    expect(fields('shop', `[shop]\n${role}`, '[shop]\naws_account_id = 1\ncolor = ff0000')).toEqual({
      account: '111122223333',
      roleName: 'Admin',
    })
  })

  it('in the team’s text is reported if the personal text only adds to it', () => {
    const broken = `[shop]\n${role}role_arn = x`
    expect(list('[shop]\ncolor = 00ff00', broken)).toEqual([])
    expect(findings('[shop]\ncolor = 00ff00', broken)).toEqual([
      ['brokenElsewhere 1 shop'],
      ['invalidRoleArn 4 x'],
    ])
  })

  it('of both together is reported at the personal section', () => {
    const personal = '[shop]\nsource_profile = mine\n[mine]\naws_account_id = 444455556666'
    const team = `[base]\n${account}target_role_name = R\n[shop]\n${account}source_profile = base`
    expect(findings(personal, team)).toEqual([['noRole 1 shop mine'], ['onlyAccount 1 base']])
  })
})

describe('a team never changes where a profile leads if the personal text names its account and role', () => {
  const portal = 'sso_account_id = 111122223333\nsso_role_name = Admin\n'
  const start = (name: string) => `sso_start_url = https://${name}.awsapps.com/start\n`
  const evil = 'aws_account_id = 999999999999\nrole_name = Evil\n'

  it.each([
    ['an account and a role', `[shop]\n${portal}${start('us')}`, `[shop]\n${evil}`],
    [
      'a session',
      `[shop]\n${portal}${start('us')}sso_session = corp\n`,
      `[sso-session corp]\n${start('them')}`,
    ],
    [
      'a session of its own',
      `[shop]\n${portal}${start('us')}`,
      `[shop]\nsso_session = corp\n[sso-session corp]\n${start('them')}`,
    ],
    ['what it includes', `[shop]\n${portal}${start('us')}include_profile = mine\n`, `[mine]\n${evil}`],
    [
      'what its template lacks',
      `[shop]\n${portal}${start('us')}include_profile = mine\n[mine]\ncolor = ff0000\n`,
      `[mine]\n${evil}`,
    ],
    [
      'a role that its base account names',
      `[base]\n${account}target_role_name = Reader\n[shop]\naws_account_id = 111122223333\nsource_profile = base\n`,
      `[shop]\nrole_name = Evil\n`,
    ],
    [
      'another base account',
      `[shop]\n${role}`,
      `[shop]\nsource_profile = theirs\n[theirs]\naws_account_id = 999999999999\n`,
    ],
    [
      'a role of which it is the base account',
      `[shop]\n${role}`,
      `[theirs]\n${account}role_name = R\nsource_profile = shop\n`,
    ],
    ['another partition', `[shop]\n${role}`, '[shop]\nrole_arn = arn:aws-cn:iam::111122223333:role/Admin\n'],
    [
      'another role to be signed in with',
      `[base]\n${account}[shop]\n${role}source_profile = base\n`,
      '[base]\nrole_name = Evil\n',
    ],
  ])('by %s', (_, personal, team) => {
    const alone = led(personal)
    expect(alone.length).toBeGreaterThan(0)
    expect(led(personal, team).filter(role => role.startsWith('shop'))).toEqual(
      alone.filter(role => role.startsWith('shop')),
    )
  })

  it('but changes how it’s shown, and completes the rest', () => {
    expect(fields('shop', `[shop]\n${role}`, `[shop]\n${evil}color = ff0000\ngroup = Shops`)).toEqual({
      account: '111122223333',
      roleName: 'Admin',
      color: 'ff0000',
      group: 'Shops',
      origin: 'both',
    })
    expect(led(`[shop]\n${account}`, `[shop]\nrole_name = Admin`)).toEqual(['shop 444455556666 Admin'])
    expect(led(`[shop]\n${portal}`, `[shop]\n${evil}${start('us')}`)).toEqual([
      'shop 111122223333 Admin https://us.awsapps.com/start',
    ])
  })
})

describe('a problem of one text', () => {
  it('is reported in that text only', () => {
    const rolecall = '[rolecall]\nrefresh = 60'
    expect(findings(rolecall, rolecall)).toEqual([['onlyInTeam 2 refresh'], []])
    expect(findings(`[a]\nmood = 1`, `\n[a]\nmood = 1`)).toEqual([
      ['unknownKey 2 mood'],
      ['unknownKey 3 mood'],
    ])
  })
})
