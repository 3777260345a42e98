import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { toAwsConfig } from '../../src/config/exchange/to-aws-config'
import { hostileText } from '../../src/config/fixtures/hostile-text'
import { encode, quote } from '../../src/config/parse/value'
import { parseConfig } from '../../src/config/resolve/parse-config'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { waitFor } from '../../testing/browsers/wait'
import type { OptionsPage } from '../../testing/pages/options-page'
import { askBotocore, cannotAskBotocore } from '../../testing/steps/botocore'
import { configure, openOptions, waitForStatus } from '../../testing/steps/configure'
import { exportFile, startWith } from '../../testing/steps/files'

const { status, stdout: version } = spawnSync('aws', ['--version'], { encoding: 'utf8' })
const hasAws = status === 0

/** The example, with names that must be quoted in the AWS CLI's files, and a role without an ARN. */
const text = `${readFileSync('examples/rolecall.ini', 'utf8')}
[old base]
aws_account_id = 888800001111

${[
  'my role',
  '決済',
  'a]b',
  'it’s',
  "it's",
  'say "hi"',
  'back\\slash',
  'fifty%',
  'with#hash',
  'a.b@c/d+e=f,g',
  'profile',
]
  .map(
    name => `[${name}]\nsource_profile = old base\naws_account_id = 888822223333\nrole_name = team/Reader\n`,
  )
  .join('\n')}
[by alias]
aws_account_id = harbour-archive
role_name = Reader
`

test('the AWS CLI finds every role and base account of the exported file', async ({ driver }) => {
  test.skip(!hasAws && cannotAskBotocore !== undefined, cannotAskBotocore)
  const options = await configure(driver, text)
  const path = await exportForAws(driver, options)
  if (cannotAskBotocore === undefined) expectAllFound(path)
  // The program itself takes a second for each question. It only confirms that it reads the same as its library.
  if (hasAws) {
    expect(aws(path, 'get', 'role_arn', '--profile', 'my role')).toBe(
      'arn:aws:iam::888822223333:role/team/Reader',
    )
    // Its first version had no such command.
    if (!/^aws-cli\/1\./.test(version)) {
      expect(aws(path, 'list-profiles').split('\n')).toEqual(
        expect.arrayContaining(['harbour', 'shop-production', 'my role', '決済']),
      )
    }
  }
})

test('of what the AWS CLI cannot take it is said what and why', async ({ driver }) => {
  const portal =
    '[desk]\nsso_account_id = 111122223333\nsso_role_name = R\nsso_start_url = https://desk.awsapps.com/start\n'
  const options = await configure(
    driver,
    `${portal}[attic]\naws_account_id = attic-alias\nrole_name = Reader\n`,
  )
  await options.pressExport(/^Export for the AWS CLI/)
  const said = await waitForStatus(options, /^Exported 0 profiles/)
  expect(said).toMatch(/because the AWS CLI needs 12-digit account ids: \W*attic\b/)
  expect(said).toMatch(/Add sso_region to: \W*desk\b/)
})

test('a ~/.aws/config goes in and out unchanged in meaning', async ({ driver }, testInfo) => {
  test.skip(cannotAskBotocore !== undefined, cannotAskBotocore)
  const path = testInfo.outputPath('config')
  writeFileSync(path, awsConfig)
  const options = await openOptions(driver)
  await startWith(options, path)
  const exportedText = testInfo.outputPath('rolecall.ini')
  writeFileSync(exportedText, await exportFile(driver, options))
  const [before, asText, asRoles] = askBotocore(path, exportedText, await exportForAws(driver, options))

  expect(Object.keys(before?.profiles ?? {})).toHaveLength(8)
  expect(asText).toEqual(before)
  // The parts of a role that say where it leads, from where and how.
  const essence = ({ s3: _, ...profile }: Readonly<Record<string, unknown>> = {}) => profile
  const roles = Object.entries(before?.profiles ?? {}).filter(([, profile]) => 'role_arn' in profile)
  expect(roles).toHaveLength(4)
  const portals = Object.entries(before?.profiles ?? {}).filter(([, profile]) => 'sso_session' in profile)
  expect(portals).toHaveLength(1)
  for (const [name, profile] of [...roles, ...portals]) {
    expect(essence(asRoles?.profiles[name]), name).toEqual(essence(profile))
  }
})

test('the AWS CLI finds exactly the exported profiles, whatever a list says', async ({
  driver: _,
}, testInfo) => {
  test.skip(cannotAskBotocore !== undefined, cannotAskBotocore)
  const path = testInfo.outputPath('config')
  // One file for all, because botocore takes a second to start.
  const values = fc.sample(fc.tuple(hostileText, hostileText, hostileText), { seed: 1, numRuns: 2_000 })
  const list = values
    .map(
      ([name, source, region]) =>
        `[${quote(name)}]\nsource_profile = ${encode(source)}\nregion = ${encode(region)}\naws_account_id = 444455556666\nrole_name = R\n`,
    )
    .join('\n')
  const { profiles } = parseConfig(list, 'team')
  const targets = targetRoles(profiles)
  const { text: written, count, limits } = toAwsConfig(targets, profiles)
  expect(count).toBeGreaterThan(500)
  writeFileSync(path, written)
  const found = askBotocore(path)[0]?.profiles ?? {}
  const left = new Set(limits.filter(({ kind }) => kind === 'name').flatMap(({ names }) => names))
  expect(Object.keys(found).sort()).toEqual(
    [...new Set([...targets.bases, ...targets.roles].map(({ name }) => name))]
      .filter(name => !left.has(name))
      .sort(),
  )
  const sources = new Map<string, string | undefined>(
    profiles.map(({ name, sourceProfile }) => [name, sourceProfile]),
  )
  for (const [name, { role_arn, source_profile, ...others }] of Object.entries(found)) {
    expect(others).toEqual({})
    // A profile that is only a base account has neither.
    if (role_arn === undefined && sources.get(name) === undefined) continue
    expect(role_arn).toBe('arn:aws:iam::444455556666:role/R')
    expect(source_profile).toBe(sources.get(name) ?? 'default')
  }
})

test('a team’s line breaks reach neither the exported file nor the own list', async ({
  driver,
}, testInfo) => {
  const source = 'helper\\n\\n[profile helper]\\ncredential_process = touch run'
  const list = `[base]\naws_account_id = 111122223333\n[shop]\nsource_profile = "${source}"\naws_account_id = 444455556666\nrole_name = R\n["a\\n[profile b]"]\naws_account_id = 444455556666\nrole_name = R\n`
  const options = await configure(driver, list)
  const path = await exportForAws(driver, options)
  const written = readFileSync(path, 'utf8')
  expect(written).toContain('[profile shop]')
  expect(written).not.toContain('credential_process')
  if (cannotAskBotocore === undefined) {
    const copy = testInfo.outputPath('config')
    writeFileSync(copy, written)
    expect(Object.keys(askBotocore(copy)[0]?.profiles ?? {})).toEqual(['shop'])
  }
})

const awsConfig = `[default]
region = eu-west-1
output = json

[profile base]
region = eu-west-1
cli_pager =

[profile payments]
role_arn = arn:aws:iam::444455556666:role/team/Operator
source_profile = base
region = eu-central-1
mfa_serial = arn:aws:iam::111122223333:mfa/engineer
role_session_name = engineer

[profile "my role"]
role_arn=arn:aws-cn:iam::555566667777:role/Reader
source_profile=base
region=cn-north-1

[profile chained]
role_arn = arn:aws:iam::666677778888:role/Auditor
source_profile = payments
external_id = audit

# Of the default credentials
[profile '決済']
role_arn = arn:aws:iam::777788889999:role/Operator
source_profile = default
s3 =
  max_concurrent_requests = 20
  addressing_style = path

[profile portal]
sso_session = company
sso_account_id = 888899990000
sso_role_name = Engineering

[sso-session company]
sso_start_url = https://company.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile custom]
credential_process = /opt/bin/credentials --for custom
services = local

[services local]
s3 =
  endpoint_url = https://s3.example
`

function expectAllFound(path: string): void {
  const { roles, bases } = targetRoles(parseConfig(text).profiles)
  const exported = roles.filter(({ account }) => /^\d{12}$/.test(account))
  expect(roles.length - exported.length, 'the roles without an ARN').toBe(1)
  expect(exported.length).toBeGreaterThan(20)
  const profiles = askBotocore(path)[0]?.profiles ?? {}
  expect(Object.keys(profiles).sort()).toEqual(
    [...new Set([...bases, ...exported].map(({ name }) => name))].sort(),
  )
  for (const { name, account, roleName, partition = 'aws', base, region } of exported) {
    expect(profiles[name], name).toEqual({
      role_arn: `arn:${partition}:iam::${account}:role/${roleName}`,
      source_profile: base === undefined ? 'default' : bases[base]?.name,
      ...(region !== undefined && { region }),
    })
  }
}

/** Returns what `aws configure` says about the file. */
function aws(file: string, ...args: readonly string[]): string {
  const { PATH, HOME } = process.env
  return spawnSync('aws', ['configure', ...args], {
    encoding: 'utf8',
    env: { PATH, HOME, AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
  }).stdout.trim()
}

async function exportForAws(driver: Driver, options: OptionsPage): Promise<string> {
  const path = join(driver.downloads, 'config')
  rmSync(path, { force: true })
  await options.pressExport(/^Export for the AWS CLI/)
  await waitForStatus(options, /^Exported/)
  // Firefox first creates an empty file to reserve the name.
  return waitFor('the exported file', async () => (readFileSync(path).length > 0 ? path : undefined))
}
