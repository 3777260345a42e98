import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { targetRoles } from '../resolve/target-roles'
import { keys } from './keys'

const address = 'https://example.awsapps.com/start'

/** The diagnostics as `kind values → fix`. */
function findings(text: string): readonly string[] {
  return parseConfig(text).diagnostics.map(({ kind, values, fix }) =>
    [kind, ...values, ...(fix ? [`→ ${fix.text}`] : [])].join(' '),
  )
}

function roles(text: string) {
  return targetRoles(parseConfig(text).profiles).roles.map(({ name, account, roleName, portal }) => ({
    name,
    account,
    roleName,
    portal,
  }))
}

describe.each(['', 'granted_'])('%ssso_account_id and %ssso_role_name', prefix => {
  const pair = (id: string, name: string) =>
    `[a]\n${prefix}sso_account_id = ${id}\n${prefix}sso_role_name = ${name}\n${prefix}sso_start_url = ${address}`

  it('are a portal role', () => {
    expect(findings(pair('111122223333', 'Reader'))).toEqual([])
    expect(roles(pair('111122223333', 'Reader'))).toEqual([
      { name: 'a', account: '111122223333', roleName: 'Reader', portal: address },
    ])
  })

  it.each([
    ['1234567890', 'invalidAccount 1234567890 → 001234567890'],
    ['12345678901', 'invalidAccount 12345678901 → 012345678901'],
    ['1111-2222-3333', 'invalidAccount 1111-2222-3333 → 111122223333'],
    ['1111 2222 3333', 'invalidAccount 1111 2222 3333 → 111122223333'],
    ['XXXXXXXXXXXX', 'invalidAccount XXXXXXXXXXXX'],
    ['<account>', 'invalidAccount <account>'],
    ['1111222233334', 'invalidAccount 1111222233334'],
    ['acme-app', 'aliasInPortal acme-app'],
    ['arn:aws:iam::111122223333:root', 'invalidAccount arn:aws:iam::111122223333:root → 111122223333'],
  ])('the account may not be %s', (id, finding) => {
    expect(findings(pair(id, 'Reader'))).toEqual([finding])
    expect(roles(pair(id, 'Reader'))).toEqual([])
  })

  it.each([
    ['My Role', 'invalidRoleName My Role'],
    ['role/Reader', 'invalidRoleName role/Reader → Reader'],
    [
      'AWSReservedSSO_Reader_0123456789abcdef',
      'invalidRoleName AWSReservedSSO_Reader_0123456789abcdef → Reader',
    ],
  ])('the permission set may not be %s', (name, finding) => {
    expect(findings(pair('111122223333', name))).toEqual([finding])
  })

  it('tell profiles that name them as their source what is wrong', () => {
    const user = '[b]\nrole_arn = arn:aws:iam::111122223333:role/B\nsource_profile = a'
    expect(findings(`${pair('1234567890', 'Reader')}\n${user}`)).toEqual([
      'invalidAccount 1234567890 → 001234567890',
      'brokenSource a 1 1',
    ])
  })
})

describe('a profile with parts of a portal role', () => {
  it.each([
    ['sso_account_id = 111122223333', ['portalWithoutRole a']],
    [`sso_account_id = 111122223333\nsso_start_url = ${address}`, ['portalWithoutRole a']],
    ['sso_role_name = Reader', ['portalWithoutAccount a']],
    [
      `aws_account_id = 111122223333\nsso_role_name = Reader\nsso_start_url = ${address}`,
      ['portalWithoutAccount a'],
    ],
    ['sso_account_id = 111122223333\nsso_role_name = Reader', ['portalWithoutAddress a']],
    [
      'sso_account_id = 111122223333\nsso_role_name = Reader\nsso_region = eu-west-1',
      ['portalWithoutAddress a'],
    ],
    ['sso_account_id = 111122223333\nrole_name = Reader', ['roleNameInPortal a → sso_role_name']],
    [
      `role_name = Reader\nsso_account_id = 111122223333\nsso_start_url = ${address}`,
      ['roleNameInPortal a → sso_role_name'],
    ],
  ])('%j says what is missing', (lines, expected) => {
    expect(findings(`[a]\n${lines}`)).toEqual(expected)
  })

  it.each([
    // Needed by `aws configure sso-session` and tokens of other services.
    'sso_session = work',
    `sso_start_url = ${address}\nsso_region = eu-west-1`,
    // A role to switch to, whatever else it says.
    'role_arn = arn:aws:iam::111122223333:role/A\nsso_account_id = 111122223333',
  ])('%j is fine', lines => {
    expect(findings(`[sso-session work]\nsso_start_url = ${address}\n[a]\n${lines}`)).toEqual([])
  })

  it('is fine as a base account, or if others inherit from it', () => {
    const portal = '[a]\nsso_account_id = 111122223333\nsso_role_name = Reader\n'
    expect(findings(`${portal}[b]\nrole_arn = arn:aws:iam::111122223333:role/B\nsource_profile = a`)).toEqual(
      [],
    )
    expect(findings(`${portal}[b]\ninclude_profile = a\nsso_start_url = ${address}`)).toEqual([])
  })
})

const account = fc.constantFrom(
  '111122223333',
  '1234567890',
  '1111-2222-3333',
  'my-co',
  'XXXXXXXXXXXX',
  'a b',
)
const roleName = fc.constantFrom('Reader', 'My Role', 'role/A', 'arn:aws:iam::111122223333:role/A')
const destination = fc.record(
  {
    sso_account_id: account,
    sso_role_name: roleName,
    granted_sso_account_id: account,
    granted_sso_role_name: roleName,
    sso_start_url: fc.constantFrom(address, 'https://example.com:8443/', 'x'),
    sso_session: fc.constantFrom('work', 'wrok', 'sso-session work', 'empty'),
    role_name: roleName,
    role_arn: fc.constantFrom('arn:aws:iam::111122223333:role/A', 'arn:aws:iam:111122223333:role/A'),
    credential_process: fc.constantFrom(
      'aws-sso process --arn arn:aws:iam::111122223333:role/A',
      'aws-sso -S work process --arn arn:aws:iam::111122223333:role/A',
    ),
  },
  { requiredKeys: [] },
)

describe('whichever keys say where a profile leads', () => {
  it('it’s available, or the reason why not is reported', () => {
    fc.assert(
      fc.property(fc.array(destination, { minLength: 1, maxLength: 3 }), sections => {
        const text = sections
          .map((pairs, index) =>
            [`[p${index}]`, ...Object.entries(pairs).map(([key, value]) => `${key} = ${value}`)].join('\n'),
          )
          .join('\n')
        const config = parseConfig(
          `[sso-session work]\nsso_start_url = ${address}\n[sso-session empty]\n${text}`,
        )
        const offered = new Set(targetRoles(config.profiles).roles.map(({ name }) => name))
        const lost = sections.flatMap((pairs, index) => {
          const names = Object.keys(pairs).some(key => !['sso_session', 'sso_start_url'].includes(key))
          return names && !offered.has(`p${index}`) ? [`p${index}`] : []
        })
        if (lost.length > 0) expect(config.diagnostics).not.toEqual([])
        // Each on its own, so that no other profile's message counts for it.
        for (const name of lost) {
          const index = Number(name.slice(1))
          const pairs = Object.entries(sections[index] ?? {}).map(([key, value]) => `${key} = ${value}`)
          const alone = `[sso-session work]\nsso_start_url = ${address}\n[sso-session empty]\n[p]\n${pairs.join('\n')}`
          expect(findings(alone)).not.toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('every key keeps its value or reports what is wrong with it', () => {
    const value = fc.oneof(
      fc.stringMatching(/^[!-~][ -~]{0,40}$/).map(text => text.trim()),
      account,
      roleName,
      fc.constantFrom(
        'true',
        'maybe',
        'eu-west-1',
        'moon',
        '900',
        '9',
        'ff8800',
        'red',
        'https://example.com/a.png',
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...keys.values()), value, ({ name }, written) => {
        if (name === 'credential_process') return
        // With a valid role, so that only the key itself can be wrong.
        const beside = /account|role_(name|arn)$/.test(name)
          ? ''
          : 'role_arn = arn:aws:iam::111122223333:role/A\n'
        const text = `[a]\n${beside}${name} = "${written.replace(/["\\]/g, '')}"`
        const { diagnostics, profiles } = parseConfig(text)
        if (diagnostics.length > 0 || written.replace(/["\\]/g, '') === '') return
        const without = parseConfig(`[a]\n${beside}`).profiles
        const isKeptForLater = /^(granted_)?sso_(session|start_url|region)$/.test(name)
        if (!isKeptForLater) expect(profiles).not.toEqual(without)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('portal roles of other tools', () => {
  it('are read as Granted writes them', () => {
    const text = `[profile Example/Reader]
granted_sso_start_url = \`https://example.awsapps.com/start#\`
granted_sso_region = eu-west-1
granted_sso_account_id = 111122223333
granted_sso_role_name = Reader
common_fate_generated_from = aws-sso
credential_process = granted credential-process --profile=Example/Reader`
    expect(findings(text)).toEqual([])
    expect(roles(text)).toEqual([
      { name: 'Example/Reader', account: '111122223333', roleName: 'Reader', portal: address },
    ])
  })

  it('are overridden by AWS’s own keys', () => {
    const granted =
      'granted_sso_account_id = 444455556666\ngranted_sso_role_name = B\ngranted_sso_start_url = https://other.awsapps.com/start'
    const aws = `sso_account_id = 111122223333\nsso_role_name = A\nsso_start_url = ${address}`
    for (const lines of [`${granted}\n${aws}`, `${aws}\n${granted}`]) {
      expect(roles(`[a]\n${lines}`)).toEqual([
        { name: 'a', account: '111122223333', roleName: 'A', portal: address },
      ])
    }
  })

  const session = `[sso-session Default]\nsso_start_url = ${address}\n[sso-session My Work]\nsso_start_url = https://work.awsapps.com/start\n`
  it.each([
    ['/usr/local/bin/aws-sso -u never -S "Default" process --arn arn:aws:iam::111122223333:role/X', address],
    ['aws-sso process --sso Default --arn=arn:aws:iam::111122223333:role/X', address],
    ['aws-sso process -a arn:aws:iam::111122223333:role/X', address],
    [
      '"C:\\Program Files\\aws-sso.exe" -S "My Work" process -A 111122223333 -R X',
      'https://work.awsapps.com/start',
    ],
    ["aws-sso --sso='My Work' process --account 111122223333 --role X", 'https://work.awsapps.com/start'],
  ])('are read from %s', (command, portal) => {
    const text = `${session}[a]\ncredential_process = ${command}`
    expect(findings(text)).toEqual([])
    expect(roles(text)).toEqual([{ name: 'a', account: '111122223333', roleName: 'X', portal }])
  })

  it('of aws-sso say in one line that their portal is missing', () => {
    const profile = (name: string) =>
      `[${name}]\ncredential_process = aws-sso -S "Default" process --arn arn:aws:iam::111122223333:role/${name}\n`
    expect(findings(`${profile('a')}${profile('b')}${profile('c')}`)).toEqual(['missingSession Default 3'])
    // No fix replaces the whole command.
    expect(findings(`[sso-session default]\nsso_start_url = ${address}\n${profile('a')}`)).toEqual([
      'misspelledSession Default default 1',
    ])
  })

  it.each([
    'aws-vault exec work --json',
    'aws-sso-util credential-process --profile a',
    'aws-sso process --profile a',
    'granted credential-process --profile=a',
    '/opt/bin/awscreds "unclosed',
  ])('credential_process = %s doesn’t name a role', command => {
    expect(findings(`[a]\ncredential_process = ${command}\n  --more\nregion = eu-west-1`)).toEqual([])
  })
})

describe('backticks', () => {
  it.each([
    ['`a # b; c`', 'a # b; c'],
    ['`a "b"` ; comment', 'a "b"'],
    ['"""a `b` # c"""', 'a `b` # c'],
    ['`prod` only', '`prod` only'],
    ['`open', '`open'],
    ['"`a`"', '`a`'],
  ])('%s means %s', (written, description) => {
    const text = `[a]\nrole_arn = arn:aws:iam::111122223333:role/A\ndescription = ${written}`
    expect(parseConfig(text)).toMatchObject({ profiles: [{ description }], diagnostics: [] })
  })
})
