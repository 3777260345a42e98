import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../fuzz/words'
import { readAsVault } from '../../src/config/fixtures/aws-vault'
import { parseConfig } from '../../src/config/resolve/parse-config'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { rolecallList } from '../../testing/command-line'
import { askBotocore, cannotAskBotocore } from '../../testing/steps/botocore'
import { cannotReadYaml, readYaml } from '../../testing/yaml'
import { readAsGranted } from './fixtures/granted-reader'

const list = `[identity]
aws_account_id = 111122223333

[shop]
source_profile = identity
aws_account_id = 333344445555
role_name      = team/Operator
region         = eu-west-1
group          = "Web # one"

[sso-session work]
sso_start_url = https://example.awsapps.com/start
sso_region    = eu-west-1

[finance-reader]
sso_session    = work
sso_account_id = 011122223333
sso_role_name  = Billing.Reader@x
region         = us-east-1

[chained]
source_profile = finance-reader
role_arn       = arn:aws:iam::444455556666:role/Auditor
external_id    = 42
group          = Audits
`

/** Returns where each role leads, as the menu has it. */
function leads(text: string) {
  const { profiles, diagnostics } = parseConfig(text, 'team')
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const { roles, bases } = targetRoles(profiles)
  return roles.map(({ name, account, roleName, portal, region, base }) => ({
    name,
    account,
    roleName,
    portal,
    region,
    base: base === undefined ? undefined : bases[base]?.name,
  }))
}

function exported(to: string, text = list) {
  const { code, out, error } = rolecallList(['export', '--to', to], {}, text)
  expect(code, error).toBe(0)
  return { text: out, error }
}

function imported(from: string, text: string): string {
  const { code, out, error } = rolecallList(['import', '--from', from], {}, text)
  expect(code, error).toBe(0)
  return out
}

const hasAws = spawnSync('aws', ['--version']).status === 0

describe('~/.aws/config', () => {
  it.skipIf(!hasAws)('is read by the AWS CLI, and comes back as the same roles', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-aws-'))
    const { text } = exported('aws')
    writeFileSync(join(folder, 'config'), text)
    const env = {
      ...process.env,
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    }
    const aws = (...args: readonly string[]) =>
      spawnSync('aws', args, { env, encoding: 'utf8' }).stdout.trim()
    try {
      const [file] = cannotAskBotocore === undefined ? askBotocore(join(folder, 'config')) : []
      if (file) {
        expect(Object.keys(file.profiles).sort()).toEqual(['chained', 'finance-reader', 'identity', 'shop'])
      }
      expect(aws('configure', 'get', 'role_arn', '--profile', 'shop')).toBe(
        'arn:aws:iam::333344445555:role/team/Operator',
      )
      expect(aws('configure', 'get', 'source_profile', '--profile', 'chained')).toBe('finance-reader')
      expect(aws('configure', 'get', 'sso_session', '--profile', 'finance-reader')).toBe('work')
    } finally {
      rmSync(folder, { recursive: true })
    }
    // The base account’s id isn’t in the file, so its roles are shown everywhere.
    const back = leads(imported('aws', text)).sort((one, other) => (one.name < other.name ? -1 : 1))
    const before = leads(list).sort((one, other) => (one.name < other.name ? -1 : 1))
    expect(back).toEqual(before.map(one => (one.base === 'identity' ? { ...one, base: undefined } : one)))
  })

  it('is read by aws-vault', () => {
    const vault = readAsVault(exported('aws-vault').text)
    expect(vault.get('shop')).toMatchObject({
      role_arn: 'arn:aws:iam::333344445555:role/team/Operator',
      source_profile: 'identity',
    })
    expect(vault.get('chained')).toMatchObject({ external_id: '42', source_profile: 'finance-reader' })
  })

  it('loses its access keys on the way in', () => {
    const { out, error } = rolecallList(
      ['import', '--from', 'aws'],
      {},
      '[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n',
    )
    expect(out).not.toContain('AKIA')
    expect(error).toBe('Removed access keys, tokens or passwords from lines 2.\n')
  })
})

describe('aws-sso-cli’s config.yaml', () => {
  it.skipIf(cannotReadYaml !== undefined)('is YAML with the roles of each account', () => {
    const { text, error } = exported('aws-sso')
    expect(readYaml(text)).toEqual({
      SSOConfig: {
        work: {
          SSORegion: 'eu-west-1',
          StartUrl: 'https://example.awsapps.com/start',
          Accounts: {
            '011122223333': {
              Roles: { 'Billing.Reader@x': { Profile: 'finance-reader', DefaultRegion: 'us-east-1' } },
            },
            '444455556666': {
              Roles: {
                Auditor: {
                  Profile: 'chained',
                  Via: 'arn:aws:iam::011122223333:role/Billing.Reader@x',
                  ExternalId: '42',
                  Tags: { Group: 'Audits' },
                },
              },
            },
          },
        },
      },
    })
    expect(error).toContain(
      'Left out, because aws-sso-cli only knows roles of an access portal, and roles that one of these leads to: shop\n',
    )
  })

  it('comes back as the same roles', () => {
    const before = leads(list).filter(({ name }) => name !== 'shop')
    expect(leads(imported('aws-sso', exported('aws-sso').text))).toEqual(before)
  })

  it('may be written by hand', () => {
    const text = `# mine
SSOConfig:
    Default:  # the only one
        SSORegion: us-east-1
        StartUrl: https://example.awsapps.com/start
        DefaultRegion: 'eu-west-1'
        Accounts:
            1234567890:
                Name: Shop
                Tags:
                    Group: Web
                Roles:
                    Admin+x:
                        Profile: "shop: admin" # quoted
                    Reader:
            "2222-3333-4444":
                Roles:
                    Lost:
                        Via: arn:aws:iam::999988887777:role/Nowhere
UrlAction: open
`
    const { out, error } = rolecallList(['import', '--from', 'aws-sso'], {}, text)
    const portal = 'https://example.awsapps.com/start'
    const common = { account: '001234567890', portal, region: 'eu-west-1', base: undefined }
    expect(leads(out)).toEqual([
      { name: 'shop: admin', roleName: 'Admin+x', ...common },
      { name: '001234567890:Reader', roleName: 'Reader', ...common },
    ])
    expect(out).toContain('group = Web')
    expect(error).toBe('Left out, because the role in Via isn’t in the file: 222233334444:Lost\n')
  })

  it.each(['', 'hello', 'SSOConfig: |\n  x\n', '{"SSOConfig": {}}'])('isn’t %j', text => {
    expect(rolecallList(['import', '--from', 'aws-sso'], {}, text).code).toBe(1)
  })
})

describe('Granted’s profile registry', () => {
  it('has the roles that Granted reads, and not the members’ own base accounts', () => {
    const { text, error } = exported('granted')
    const profiles = readAsGranted(text, ['identity', 'default'])
    expect([...profiles.keys()].sort()).toEqual(['chained', 'finance-reader', 'shop'])
    expect(profiles.get('finance-reader')).toEqual({
      granted_sso_start_url: 'https://example.awsapps.com/start',
      granted_sso_region: 'eu-west-1',
      granted_sso_account_id: '011122223333',
      granted_sso_role_name: 'Billing.Reader@x',
      credential_process: 'granted credential-process --profile finance-reader',
      region: 'us-east-1',
    })
    expect(error).toContain('their own credentials for these base accounts: identity\n')
  })

  it('is a folder with the file that names the others, and comes back as the same roles', () => {
    const { files, code } = rolecallList(['export', '--to', 'granted', '--out', 'registry'], {}, list)
    expect(code).toBe(0)
    expect(files.get('registry/granted.yml')).toBe('awsConfig:\n  - ./config\n')
    for (const path of ['registry', 'registry/granted.yml', 'registry/config']) {
      const { out } = rolecallList(['import', '--from', 'granted', path], Object.fromEntries(files))
      const back = leads(out)
      const before = leads(list).map(one => (one.base === 'identity' ? { ...one, base: undefined } : one))
      expect(back.sort(byName)).toEqual([...before].sort(byName))
    }
  })

  it('says what Granted asks each member for', () => {
    const text = '[profile a]\nrole_arn = arn:aws:iam::111122223333:role/{{ .Required.Role }}\n'
    expect(rolecallList(['import', '--from', 'granted'], {}, text).error).toBe(
      'Replace these, which Granted asks each member for: {{ .Required.Role }}\n',
    )
  })

  it.each(['/etc/passwd', '../other', 'a/../../b'])('never reads %s', path => {
    const files = { 'registry/granted.yml': `awsConfig:\n  - ${path}\n`, [path]: 'secret' }
    const { code, out, error } = rolecallList(['import', '--from', 'granted', 'registry'], files)
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain('outside its folder')
  })

  it('is one that Granted can read, whatever the list', () => {
    const text = fc
      .array(fc.constantFrom(...words, '{{ .Variables.x }}', 'sso_region = eu-west-1\n'), { maxLength: 60 })
      .map(pieces => pieces.join(''))
    fc.assert(
      fc.property(text, input => {
        const { code, out } = rolecallList(['export', '--to', 'granted'], {}, input)
        if (code !== 0) return
        const headers = [...out.matchAll(/^\[profile (.*)\]$/gm)].map(([, name]) => name)
        expect([...readAsGranted(out).keys()]).toEqual(headers)
      }),
      { numRuns: 1_000 },
    )
  })
})

it.each([
  [['export'], '--to is missing'],
  [['export', '--to', 'saml2aws'], '--to can’t be “saml2aws”'],
  [['diff', 'a'], 'diff needs <old> <new>, but 1 was given'],
  [['import', '--from', 'aws', 'a', 'b'], 'import needs [file or folder], but 2 were given'],
])('%j is refused', (args, why) => {
  const { code, error } = rolecallList(args, {}, list)
  expect(code).toBe(2)
  expect(error).toContain(why)
})

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1
}
