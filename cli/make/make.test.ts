import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '../../bench/is-linear'
import { parseConfig } from '../../src/config/resolve/parse-config'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { rolecallList } from '../../testing/command-line'
import { organizationOutputs } from '../../testing/generators/organization'

const portal = ['--portal', 'https://example.awsapps.com/start', '--sso-region', 'eu-west-1']

/** Returns the list that is made from one text. */
function madeFrom(text: string, ...args: readonly string[]): string {
  const { code, out, error } = rolecallList(['make', ...args], {}, text)
  expect(code, error).toBe(0)
  return out
}

function rolesIn(text: string) {
  const { profiles, diagnostics } = parseConfig(text, 'team')
  expect(diagnostics.filter(({ kind }) => kind !== 'onlyAccount')).toEqual([])
  return targetRoles(profiles).roles
}

describe('a list made from list-accounts', () => {
  const accounts = JSON.stringify({
    Accounts: [
      {
        Id: '222233334444',
        Name: 'shop production',
        Email: 'a@example.com',
        State: 'ACTIVE',
        Status: 'ACTIVE',
      },
      { Id: '111122223333', Name: 'identity', State: 'ACTIVE' },
      { Id: '333344445555', Name: 'Old', State: 'CLOSED', Status: 'SUSPENDED' },
      { Id: '444455556666', Name: 'shop production', Status: 'ACTIVE' },
    ],
  })

  it('has a role in each active account, by name, and both names of one name have ids', () => {
    const { code, out, error } = rolecallList(['make'], {}, accounts)
    expect(code).toBe(0)
    expect(
      out,
    ).toBe(`# Made by rolecall-list make. A change belongs in its source, because the next run replaces this file.

[identity]
aws_account_id = 111122223333
role_name = OrganizationAccountAccessRole

[shop-production-222233334444]
aws_account_id = 222233334444
role_name = OrganizationAccountAccessRole
color = #d13212

[shop-production-444455556666]
aws_account_id = 444455556666
role_name = OrganizationAccountAccessRole
color = #d13212
`)
    expect(error).toBe('Left out, because they’re closed, suspended or not active yet: Old\nMade 3 roles.\n')
  })

  it('has a base account, in which there is no role to switch to', () => {
    const list = madeFrom(
      accounts,
      '--base',
      'identity=1111-2222-3333',
      '--role',
      'Operator',
      '--colors',
      'none',
    )
    const { profiles } = parseConfig(list)
    expect(targetRoles(profiles).bases).toMatchObject([{ name: 'identity', account: '111122223333' }])
    expect(rolesIn(list).map(({ name, base, color }) => [name, base, color])).toEqual([
      ['shop-production-222233334444', 0, undefined],
      ['shop-production-444455556666', 0, undefined],
    ])
  })

  it('has several roles of each account, and leaves out accounts', () => {
    const list = madeFrom(
      accounts,
      '--role',
      'B',
      '--role',
      'A',
      '--exclude',
      '4444-5555-6666',
      '--exclude',
      '111122223333',
    )
    expect(rolesIn(list).map(({ name, roleName }) => [name, roleName])).toEqual([
      ['shop-production-A', 'A'],
      ['shop-production-B', 'B'],
    ])
  })

  it.each([
    ['{id}', '222233334444'],
    ['aws/{account}', 'aws/shop-production-222233334444'],
    ['{role}', 'OrganizationAccountAccessRole-222233334444'],
  ])('has names like %s', (template, name) => {
    expect(rolesIn(madeFrom(accounts, '--name', template)).map(one => one.name)).toContain(name)
  })

  it('is refused if another page follows, and made from all pages', () => {
    const page = (id: string, NextToken?: string) =>
      JSON.stringify({ Accounts: [{ Id: id, Name: `n${id}` }], NextToken })
    const [first, last] = [page('111122223333', 'next'), page('222233334444')]
    expect(rolecallList(['make'], {}, first)).toMatchObject({
      code: 1,
      error: expect.stringContaining('another page follows'),
    })
    expect(rolesIn(madeFrom(first + last))).toHaveLength(2)
  })
})

describe('a list made from an organization’s other facts', () => {
  const files = {
    'accounts.json': JSON.stringify({
      Accounts: [
        { Id: '222233334444', Name: 'shop', State: 'ACTIVE' },
        { Id: '333344445555', Name: 'log', State: 'ACTIVE' },
      ],
    }),
    // `--query "{ParentId: '…', Accounts: Accounts}"` adds what the command was asked for.
    'in-unit.json': JSON.stringify({
      ParentId: 'ou-ab12-11111111',
      Accounts: [{ Id: '222233334444', Name: 'shop' }],
    }),
    'units.json':
      JSON.stringify({
        ParentId: 'r-ab12',
        OrganizationalUnits: [{ Id: 'ou-ab12-22222222', Name: 'Workloads' }],
      }) +
      JSON.stringify({
        ParentId: 'ou-ab12-22222222',
        OrganizationalUnits: [{ Id: 'ou-ab12-11111111', Name: 'Prod' }],
      }),
    'tags.json': JSON.stringify({
      ResourceId: '222233334444',
      Tags: [
        { Key: 'color', Value: 'ff8800' },
        { Key: 'Purpose', Value: 'Web shop' },
        { Key: 'request_url', Value: 'https://access.example.com/shop' },
      ],
    }),
  }
  const names = Object.keys(files)

  it.each([
    ['unit', 'Prod'],
    ['top', 'Workloads'],
    ['path', 'Workloads / Prod'],
    ['none', undefined],
  ])('has the unit as group: %s', (grouping, group) => {
    const { out } = rolecallList(['make', '--group', grouping, ...names], files)
    expect(rolesIn(out).find(({ name }) => name === 'shop')?.group).toBe(group)
  })

  it('says which units of the same name are one group, unless the groups differ', () => {
    const header = 'account_id,name,unit\n'
    const rows = ['Payments/Production', 'Search/Production', 'Search/Staging'].map(
      (unit, index) => `11112222333${index},a${index},${unit}\n`,
    )
    const text = header + rows.join('')
    const told =
      'Units with the same name share a group, unless you add “--group path” or “--group top”: Production\n'
    expect(rolecallList(['make'], {}, text).error).toContain(told)
    expect(rolecallList(['make', '--group', 'path'], {}, text).error).toBe('Made 3 roles.\n')
  })

  it('says which tags nobody has, and that the base account isn’t there', () => {
    const made = (...options: readonly string[]) =>
      rolecallList(['make', '--tag', 'description=Purpose', ...options, ...names], files).error
    expect(made()).toBe('Made 2 roles.\n')
    expect(made('--tag', 'confirm=Careful')).toContain(
      'No account has these tags, so they fill nothing: Careful\n',
    )
    expect(made('--base', 'identity=222233334444')).not.toContain('base account')
    expect(made('--base', 'identity=777788889999')).toContain(
      'The base account 777788889999 isn’t in any file. If its id is wrong, the menu offers nobody a role.\n',
    )
  })

  it('has colors and descriptions from tags, whatever they’re called', () => {
    const { out } = rolecallList(['make', '--tag', 'description=Purpose', ...names], files)
    expect(rolesIn(out).find(({ name }) => name === 'shop')).toMatchObject({
      color: 'ff8800',
      description: 'Web shop',
      requestUrl: 'https://access.example.com/shop',
    })
  })

  it('leaves out a value that the parser would warn about, and says so in its words', () => {
    const tags = JSON.stringify({ ResourceId: '222233334444', Tags: [{ Key: 'color', Value: 'reddish' }] })
    const { out, error } = rolecallList(['make', ...names, 'more.json'], { ...files, 'more.json': tags })
    expect(error).toContain('[shop]: “reddish” isn’t a valid color')
    expect(rolesIn(out)).toHaveLength(2)
  })

  it('never lets a tag say where a profile leads', () => {
    const { code, error } = rolecallList(['make', '--tag', 'role_name=Role', ...names], files)
    expect(code).toBe(2)
    expect(error).toContain('--tag can’t fill “role_name”')
  })

  it('becomes a file for each unit, and one that includes them', () => {
    const { files: written, error } = rolecallList(
      ['make', '--split', 'https://roles.example.com', '--out', 'web', ...names],
      files,
    )
    expect(error).toBe('Made 2 roles.\n')
    expect(written.get('web/roles.ini')).toContain(
      '[rolecall]\ninclude = https://roles.example.com/roles-workloads.ini\n',
    )
    expect(written.get('web/roles.ini')).toContain('[log]')
    expect(written.get('web/roles-workloads.ini')).toContain('[shop]')
    expect(rolecallList(['check', '--strict', 'web'], Object.fromEntries(written)).code).toBe(0)
  })

  it('takes a folder for its .json files', () => {
    const folder = Object.fromEntries(Object.entries(files).map(([path, text]) => [`facts/${path}`, text]))
    const { code, out, error } = rolecallList(['make', 'facts'], { ...folder, 'facts/notes.txt': 'Nothing' })
    expect(code, error).toBe(0)
    expect(out).toBe(rolecallList(['make', ...names], files).out)
    expect(rolecallList(['make', 'facts'], { 'facts/notes.txt': '' }).error).toContain(
      'facts has no .json file.',
    )
  })

  it('removes the files of units that are gone, and no others', () => {
    const split = ['make', '--split', 'https://roles.example.com', '--out', 'web', ...names]
    const before = rolecallList(split, files).files
    const own = '[mine]\naws_account_id = 777788889999\nrole_name = Operator\n'
    const old = before.get('web/roles-workloads.ini') ?? ''
    const now = { ...Object.fromEntries(before), 'web/roles-old.ini': old, 'web/own.ini': own }
    const { files: written, error } = rolecallList(split, now)
    expect(error).toBe('Removed, because their units have no roles anymore: roles-old.ini\nMade 2 roles.\n')
    expect([...written.keys()].filter(path => path.startsWith('web/')).sort()).toEqual(
      [...[...before.keys()].filter(path => path.startsWith('web/')), 'web/own.ini'].sort(),
    )
    expect(written.get('web/own.ini')).toBe(own)
  })

  it('leaves out the management account, which has no OrganizationAccountAccessRole, unless a role is named', () => {
    const account = (Id: string, Name: string) => ({
      Id,
      Name,
      Status: 'ACTIVE',
      Arn: `arn:aws:organizations::111122223333:account/o-a1b2c3d4e5/${Id}`,
    })
    const accounts = JSON.stringify({
      Accounts: [account('111122223333', 'management'), account('333344445555', 'shop')],
    })
    const { out, error } = rolecallList(['make'], {}, accounts)
    expect(rolesIn(out).map(({ name }) => name)).toEqual(['shop'])
    expect(error).toContain(
      'Left out, because AWS Organizations creates no OrganizationAccountAccessRole in the management account: management\n',
    )
    expect(rolesIn(madeFrom(accounts, '--role', 'OrganizationAccountAccessRole'))).toHaveLength(2)
    expect(rolecallList(['make', '--base', 'root=111122223333'], {}, accounts).error).toBe('Made 1 role.\n')
  })

  it('has the permission sets of a principal as portal roles, with how long they last', () => {
    const { accounts, units, assignments, permissionSets } = organizationOutputs(8)
    const text = accounts + units + assignments + permissionSets
    expect(rolecallList(['make'], {}, text)).toMatchObject({
      code: 2,
      error: expect.stringContaining('--portal'),
    })
    const roles = rolesIn(madeFrom(text, ...portal, '--principal', '11111111-2222-3333-4444-555555555555'))
    expect(roles).toHaveLength(8)
    expect(roles[0]).toMatchObject({
      name: 'payments-development',
      roleName: 'ReadOnly',
      group: 'Development',
      duration: 43_200,
      portal: 'https://example.awsapps.com/start',
    })
  })

  it('says that no file names a principal', () => {
    const { accounts, assignments, permissionSets } = organizationOutputs(8)
    const text = accounts + assignments + permissionSets
    expect(rolecallList(['make', ...portal, '--principal', 'nobody'], {}, text)).toMatchObject({
      code: 1,
      error: expect.stringContaining('for this --principal. Only “aws sso-admin list-account-assignments”'),
    })
  })

  it.each([
    [
      'list-accounts-for-provisioned-permission-set',
      { PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', AccountIds: ['222233334444'] },
    ],
    [
      'list-permission-sets-provisioned-to-account',
      { AccountId: '222233334444', PermissionSets: ['arn:aws:sso:::permissionSet/ssoins-1/ps-1'] },
    ],
    ['aws sso list-account-roles', { roleList: [{ roleName: 'Admin', accountId: '222233334444' }] }],
    [
      'aws_ssoadmin_account_assignment',
      {
        target_id: '222233334444',
        target_type: 'AWS_ACCOUNT',
        principal_id: 'x',
        permission_set_arn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
      },
    ],
  ])('understands %s', (_, value) => {
    const set = {
      PermissionSet: { Name: 'Admin', PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1' },
    }
    const text = files['accounts.json'] + JSON.stringify(set) + JSON.stringify(value)
    expect(rolesIn(madeFrom(text, ...portal)).map(({ account, roleName }) => [account, roleName])).toEqual([
      ['222233334444', 'Admin'],
    ])
  })

  it('says which permission sets have no name', () => {
    const { accounts, assignments } = organizationOutputs(1)
    const { code, error } = rolecallList(['make', ...portal], {}, accounts + assignments)
    expect(code).toBe(1)
    expect(error).toMatch(/Add the output of “aws sso-admin describe-permission-set”: arn:.*\n.*no role/)
  })
})

describe('a list made from Terraform', () => {
  it.each([
    [
      'a map of ids',
      { accounts: { sensitive: false, type: ['map', 'string'], value: { shop: '222233334444' } } },
      'shop',
      undefined,
    ],
    [
      'aws_organizations_organizational_unit',
      {
        workloads: {
          sensitive: false,
          type: 'dynamic',
          value: {
            id: 'ou-ab12-11111111',
            name: 'Workloads',
            parent_id: 'r-ab12',
            accounts: [{ id: '222233334444', name: 'shop', email: 'a@example.com', status: 'ACTIVE' }],
          },
        },
      },
      'shop',
      'Workloads',
    ],
    [
      'aws_organizations_account, by for_each',
      {
        accounts: {
          sensitive: false,
          type: 'dynamic',
          value: { shop: { id: '222233334444', parent_id: 'r-ab12', tags: { group: 'Web' } } },
        },
      },
      'shop',
      'Web',
    ],
  ])('has the accounts of %s', (_, outputs, name, group) => {
    const list = madeFrom(JSON.stringify(outputs), '--tag', 'group=group')
    expect(rolesIn(list)).toMatchObject([
      { name, account: '222233334444', ...(group !== undefined && { group }) },
    ])
  })
})

describe('a list made from a table', () => {
  it('has all columns that mean something', () => {
    const table = `Account ID;Account Name;OU;Roles;Color;Team\r\n222233334444;"Shop; EU";Workloads/Prod;Operator Auditor;#f80;"The ""best"" team"\r\n`
    expect(rolesIn(madeFrom(table, '--tag', 'color=Color', '--tag', 'description=Team'))).toMatchObject([
      {
        name: 'Shop-EU-Auditor',
        roleName: 'Auditor',
        group: 'Prod',
        color: 'ff8800',
        description: 'The "best" team',
      },
      { name: 'Shop-EU-Operator', roleName: 'Operator' },
    ])
  })

  it('can have permission sets', () => {
    const list = madeFrom('account_id,name,permission_set\n222233334444,shop,Admin\n', ...portal)
    expect(rolesIn(list)).toMatchObject([
      { name: 'shop', roleName: 'Admin', portal: 'https://example.awsapps.com/start' },
    ])
  })

  it.each([
    '',
    'hello\n',
    '{"Reservations": [{"a": 1}]}',
    '{"Accounts": [',
    '[shop]\naws_account_id = 111122223333\n',
  ])('isn’t made from %j', text => {
    const { code, out, error } = rolecallList(['make'], {}, text)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(error).toMatch(/^rolecall-list: Can’t use stdin\. .+\.\n$/)
  })
})

describe('any list', () => {
  const account = fc.record({
    Id: fc.integer({ min: 0, max: 30 }).map(number => String(111_122_220_000 + number)),
    Name: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('shop', 'Shop', 'shop-prod', '[x]', 'rolecall', 'default', 'sso-session a'),
    ),
    State: fc.constantFrom('ACTIVE', 'ACTIVE', 'CLOSED'),
  })
  const tag = fc.record({
    Key: fc.constantFrom('color', 'description', 'team'),
    Value: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('ff8800', 'red', '# x', '"', "a 'b", 'AKIAIOSFODNN7EXAMPLE'),
    ),
  })
  const facts = fc
    .uniqueArray(account, { selector: ({ Id }) => Id, minLength: 1, maxLength: 12 })
    .chain(accounts =>
      fc.record({
        accounts: fc.constant(accounts),
        tags: fc.array(
          fc.tuple(
            fc.constantFrom(...accounts.map(({ Id }) => Id)),
            fc.uniqueArray(tag, { selector: ({ Key }) => Key }),
          ),
        ),
      }),
    )
  const textOf = ({
    accounts,
    tags,
  }: {
    accounts: readonly object[]
    tags: readonly (readonly [string, readonly object[]])[]
  }) =>
    JSON.stringify({ Accounts: accounts }) +
    tags.map(([ResourceId, Tags]) => JSON.stringify({ ResourceId, Tags })).join('')

  it('has no message of the parser, and each active account once', () => {
    fc.assert(
      fc.property(facts, one => {
        const active = one.accounts.filter(({ State }) => State === 'ACTIVE')
        const { code, out } = rolecallList(['make', '--tag', 'group=team'], {}, textOf(one))
        if (active.length === 0) expect(code).toBe(1)
        else
          expect(
            rolesIn(out)
              .map(({ account }) => account)
              .sort(),
          ).toEqual(active.map(({ Id }) => Id).sort())
      }),
      { numRuns: 500 },
    )
  })

  it('is the same whatever the order of what it is made from', () => {
    const shuffled = facts.chain(one =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.accounts], { minLength: one.accounts.length })),
    )
    fc.assert(
      fc.property(shuffled, ([one, accounts]) => {
        const again = rolecallList(['make'], {}, textOf({ ...one, accounts }))
        expect(again.out).toBe(rolecallList(['make'], {}, textOf(one)).out)
      }),
    )
  })

  it('changes in one place if one account of another name is added', () => {
    fc.assert(
      fc.property(facts, one => {
        const added = { Id: '999988887777', Name: 'a name of its own', State: 'ACTIVE' }
        const before = rolecallList(['make'], {}, textOf(one)).out
        const after = rolecallList(['make'], {}, textOf({ ...one, accounts: [...one.accounts, added] })).out
        const section =
          '[a-name-of-its-own]\naws_account_id = 999988887777\nrole_name = OrganizationAccountAccessRole\n'
        expect(after).toContain(section)
        if (before !== '') expect(after.replace(`\n${section}`, '')).toBe(before)
      }),
    )
  })

  it('takes time in proportion to the accounts, with units, tags and permission sets', () => {
    const text = (count: number) => Object.values(organizationOutputs(count)).join('')
    expect(isLinear(1_600, text, input => rolecallList(['make', ...portal], {}, input))).toBe(true)
  })
})
