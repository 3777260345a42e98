import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver, Surface } from './browsers/driver'
import { waitFor } from './browsers/wait'
import { configure, openOptions } from './steps/configure'
import { importFile } from './steps/files'
import { expect, test } from './test'

const { status, stdout } = spawnSync('aws', ['--version'], { encoding: 'utf8' })
const hasAws = status === 0
/** The first version that has `list-profiles`. */
const hasList = /^aws-cli\/[2-9]/.test(stdout ?? '')
test.skip(!hasAws, 'The AWS CLI isn’t installed: on Debian “apt-get install awscli” does.')

test('the AWS CLI reads every role of the exported file', async ({ driver }) => {
  const options = await configure(driver, readFileSync('examples/rolecall.ini', 'utf8'))
  const aws = awsCli(await exportForAws(driver, options))
  if (hasList) {
    const profiles = aws('list-profiles').split('\n')
    expect(profiles).toEqual(expect.arrayContaining(['harbour', 'shop-production', 'tracking-production']))
  }
  for (const [profile, role] of [
    ['shop-production', 'arn:aws:iam::333344445555:role/Operator'],
    ['tracking-production', 'arn:aws:iam::555566667777:role/operations/Operator'],
    ['sandbox', 'arn:aws:iam::999900001111:role/Admin'],
  ] as const) {
    expect(aws('get', 'role_arn', '--profile', profile)).toBe(role)
    expect(aws('get', 'source_profile', '--profile', profile)).toBe('harbour')
  }
  expect(aws('get', 'region', '--profile', 'payments-production')).toBe('eu-central-1')
})

test('a ~/.aws/config goes in and out unchanged in meaning', async ({ driver }, testInfo) => {
  const path = testInfo.outputPath('config')
  writeFileSync(
    path,
    `[default]
region = eu-west-1

[profile base]
aws_account_id = 111122223333

[profile payments]
role_arn = arn:aws:iam::444455556666:role/team/Operator
source_profile = base
region = eu-central-1

[profile "my role"]
role_arn = arn:aws-cn:iam::555566667777:role/Reader
source_profile = base
region = cn-north-1
`,
  )
  const options = await openOptions(driver)
  await importFile(options, path)
  const [before, after] = [awsCli(path), awsCli(await exportForAws(driver, options))]
  for (const profile of ['payments', 'my role']) {
    for (const key of ['role_arn', 'source_profile', 'region']) {
      const value = before('get', key, '--profile', profile)
      expect(value).not.toBe('')
      expect(after('get', key, '--profile', profile)).toBe(value)
    }
  }
})

/** Gives a function that asks `aws configure` about the file. */
function awsCli(file: string): (...args: readonly string[]) => string {
  return (...args) =>
    spawnSync('aws', ['configure', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
    }).stdout.trim()
}

async function exportForAws(driver: Driver, options: Surface): Promise<string> {
  const path = join(driver.downloads, 'config')
  rmSync(path, { force: true })
  await options.click({ role: 'button', name: 'Export for the AWS CLI' })
  // Firefox first makes an empty file of the name, to keep the place.
  return waitFor('the exported file', async () => (readFileSync(path).length > 0 ? path : undefined))
}
