import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config/resolve/parse-config'
import { targetRoles } from '../../../src/config/resolve/target-roles'
import { importResult } from './import-result'
import { kindOfImport } from './kind-of-import'

const options = { roleName: 'Admin', sourceProfile: '', colors: 'none' } as const
const key = 'aws_secret_access_key = invented'
const prod = '[profile prod]\nrole_arn = arn:aws:iam::111122223333:role/Admin\n'

/** Returns the results for a config and its credentials, in every order. */
function allWays(config: string, credentials: string): readonly (readonly [way: string, text: string])[] {
  const texts = [
    { name: 'config', text: config },
    { name: 'credentials', text: credentials },
  ]
  const gathered = (all: typeof texts) => {
    const result = kindOfImport(all)
    if (!('content' in result) || result.content.kind !== 'text') throw new Error('It is no text.')
    return result.content
  }
  const after = (one: number, other: number) => {
    const [first = { name: '', text: '' }, second = { name: '', text: '' }] = [
      texts[one],
      texts[other],
    ].flatMap(it => it ?? [])
    const before = importResult('', gathered([first]), 'replace', options).text
    return importResult(before, gathered([second]), 'add', options).text
  }
  return [
    ['chosen together', gathered(texts).text],
    ['chosen the other way round', gathered([...texts].reverse()).text],
    ['the config first', after(0, 1)],
    ['the credentials first', after(1, 0)],
    ['pasted, the config first', `${config}\n${credentials}`],
    ['pasted, the credentials first', `${credentials}\n${config}`],
  ]
}

describe('~/.aws/config and ~/.aws/credentials', () => {
  it.each(allWays(prod, `[prod]\n${key}\n`))('with only access keys, %s: have the role', (_, text) => {
    const { profiles, diagnostics } = parseConfig(text)
    expect(profiles).toMatchObject([{ name: 'prod', account: '111122223333', roleName: 'Admin' }])
    expect(diagnostics.filter(({ kind }) => kind !== 'accessKeys')).toEqual([])
  })

  it.each(
    allWays(
      `${prod}region = eu-west-1\n`,
      `[prod]\n${key}\nregion = us-east-1\nsource_profile = base\n[base]\n${key}\naws_account_id = 222233334444\n`,
    ),
  )('with keys in both, %s: use the credentials’ values', (_, text) => {
    expect(targetRoles(parseConfig(text).profiles)).toMatchObject({
      roles: [{ name: 'prod', region: 'us-east-1', base: 0 }],
      bases: [{ name: 'base', account: '222233334444' }],
    })
  })

  it.each(
    allWays('[profile default]\nregion = eu-west-1\n', `[default]\n${key}\naws_account_id = 111122223333\n`),
  )('as [default], %s: are one profile', (_, text) => {
    expect(parseConfig(text).profiles).toMatchObject([
      { name: 'default', region: 'eu-west-1', account: '111122223333' },
    ])
  })

  it('are also one profile without access keys', () => {
    const text = `[prod]\nregion = us-east-1\n${prod}region = eu-west-1\n`
    expect(parseConfig(text)).toMatchObject({
      profiles: [{ name: 'prod', account: '111122223333', region: 'us-east-1', line: 3 }],
      diagnostics: [{ kind: 'sameName', values: ['prod', 'region', '1'], line: 3 }],
    })
  })
})

describe('two sections with the same name in one file', () => {
  it('are one profile, in which the later one takes precedence', () => {
    const text = `${prod}region = eu-west-1\n[profile prod]\nregion = us-east-1\ncolor = ff0000\n`
    expect(parseConfig(text).profiles).toMatchObject([
      { name: 'prod', account: '111122223333', region: 'us-east-1', color: 'ff0000' },
    ])
    expect(parseConfig(text).diagnostics.map(({ kind }) => kind)).toEqual(['sameName'])
  })

  it.each([
    ['first', '[profile default]\nregion = eu-west-1\n[default]\nregion = us-east-1\noutput = json\n'],
    ['last', '[default]\nregion = us-east-1\noutput = json\n[profile default]\nregion = eu-west-1\n'],
  ])('[profile default] replaces [default] if it is %s', (_, text) => {
    const { profiles, diagnostics } = parseConfig(text)
    expect(profiles).toMatchObject([{ name: 'default', region: 'eu-west-1' }])
    expect(diagnostics.map(({ kind }) => kind)).toEqual(['defaultTwice'])
  })

  it('[sso-session s]: have the keys of both, and the later one takes precedence', () => {
    const portal = '[a]\nsso_session = s\nsso_account_id = 111122223333\nsso_role_name = Reader\n'
    const first = '[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://one.awsapps.com/start\n'
    const url = (text: string) => parseConfig(`${text}${portal}`).profiles[0]?.portal?.url
    expect(url(`${first}[sso-session s]\nsso_start_url = https://two.awsapps.com/start\n`)).toBe(
      'https://two.awsapps.com/start',
    )
    expect(url(`${first}[sso-session "s"]\nsso_registration_scopes = x\n`)).toBe(
      'https://one.awsapps.com/start',
    )
  })

  it('are both kept if one has an error', () => {
    const text = `${prod}[profile prod]\nrole_arn = x\n`
    expect(parseConfig(text)).toMatchObject({
      profiles: [{ name: 'prod', roleName: 'Admin' }],
      diagnostics: [{ kind: 'duplicateProfile' }],
    })
  })
})

const reader = `
import json, os, sys
os.environ.clear()
import botocore.session
found = []
for case in json.load(sys.stdin):
    os.environ["AWS_CONFIG_FILE"], os.environ["AWS_SHARED_CREDENTIALS_FILE"] = case
    profiles = botocore.session.Session().full_config["profiles"]
    found.append({name: {key: values.get(key) for key in ("region", "role_arn", "source_profile")} for name, values in profiles.items()})
print(json.dumps(found))
`
const hasBotocore = spawnSync('python3', ['-c', 'import botocore.session']).status === 0

describe.skipIf(!hasBotocore)('compared with botocore, if it’s installed', () => {
  const from = fc.constantFrom
  const arn = from('A', 'B').map(role => `arn:aws:iam::111122223333:role/${role}`)
  const keys = fc.record(
    { region: from('eu-west-1', 'us-east-1'), source_profile: from('a', 'b'), role_arn: arn },
    { requiredKeys: [] },
  )
  const name = from('a', 'b', 'c d', 'default')
  const sections = fc.uniqueArray(fc.tuple(name, keys), { selector: ([one]) => one, maxLength: 4 })
  const write = (
    list: readonly (readonly [string, object])[],
    header: (name: string) => string,
    more: string,
  ) =>
    list
      .map(
        ([one, pairs]) =>
          [header(one), ...Object.entries(pairs).map(([name, value]) => `${name} = ${value}`)].join('\n') +
          more,
      )
      .join('\n')

  it('has the same profiles with the same keys, in every order of the files', {
    timeout: 60_000,
  }, () => {
    const cases = fc.sample(fc.tuple(sections, sections), { numRuns: 150, seed: 7 }).map(([one, other]) => ({
      config: write(one, name => (name === 'default' ? '[default]' : `[profile "${name}"]`), '\n'),
      credentials: write(other, name => `[${name}]`, `\n${key}\n`),
    }))
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-'))
    const paths = cases.map(({ config, credentials }, index) =>
      [config, credentials].map((text, kind) => {
        const path = join(folder, `${index}-${kind}`)
        writeFileSync(path, text)
        return path
      }),
    )
    const theirs: unknown = JSON.parse(
      execFileSync('python3', ['-c', reader], { input: JSON.stringify(paths) }).toString(),
    )
    rmSync(folder, { recursive: true })
    if (!Array.isArray(theirs)) throw new Error('It gave no list.')
    for (const [index, { config, credentials }] of cases.entries()) {
      for (const [way, text] of allWays(config, credentials)) {
        const ours = parseConfig(text).profiles.map(
          ({ name, region = null, sourceProfile = null, account, roleName }) => [
            name,
            {
              region,
              role_arn: account === undefined ? null : `arn:aws:iam::${account}:role/${roleName}`,
              source_profile: sourceProfile,
            },
          ],
        )
        expect(Object.fromEntries(ours), `${way}:\n${text}`).toEqual(theirs[index])
      }
    }
  })
})
