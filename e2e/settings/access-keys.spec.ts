import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import type { OptionsPage } from '../../testing/pages/options-page'
import { configure, openOptions, waitForStatus } from '../../testing/steps/configure'
import { exportFile, startWith } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'sync' | 'session', { get(): Promise<object> }>>
}

/** Invented, in the format of access keys. */
const [id, secret, token] = [
  'AKIAINVENTEDINVENTED',
  'invented/Secret+0123456789abcdefghijklmn',
  'invented+token==',
]

const credentials = `[payments]
role_arn = arn:aws:iam::444455556666:role/Operator
aws_access_key_id = ${id}
aws_secret_access_key = ${secret}
aws_session_token = ${token}
`

const awsConfig = `[default]
region = eu-west-1

[profile payments]
role_arn = arn:aws:iam::444455556666:role/Operator
source_profile = default

[profile archive]
role_arn = arn:aws:iam::555566667777:role/Reader
source_profile = ci
`

const awsCredentials = `[default]
aws_access_key_id = ${id}
aws_secret_access_key = ${secret}

[ci]
aws_access_key_id=${id}
aws_secret_access_key=${secret}
aws_session_token=${token}
`

test('access keys in the text are taken out before anything is stored, and the lines are told', async ({
  driver,
}) => {
  const options = await configure(driver, credentials)
  await waitForStatus(
    options,
    /Access keys, tokens, passwords or private keys were removed from these lines: 3–5\./,
  )
  await expectNoKeys(options)
  // Also removed from the editor.
  const exported = (await exportFile(driver, options)).toString()
  expect(exported).toContain('[payments]\nrole_arn = arn:aws:iam::444455556666:role/Operator\n')
  expect(exported).not.toMatch(new RegExp(`${id}|invented`))
})

test('access keys in an imported file are taken out of it', async ({ driver }, testInfo) => {
  const path = testInfo.outputPath('credentials')
  writeFileSync(path, credentials)
  const options = await openOptions(driver)
  await startWith(options, path)
  await expectNoKeys(options)
  expect((await exportFile(driver, options)).toString()).not.toMatch(new RegExp(`${id}|invented`))
})

test('of a ~/.aws/config and ~/.aws/credentials, imported together, all but the access keys is taken', async ({
  driver,
  demo,
}, testInfo) => {
  const paths = [testInfo.outputPath('credentials'), testInfo.outputPath('config')]
  for (const [index, content] of [awsCredentials, awsConfig].entries()) {
    writeFileSync(paths[index] ?? '', content)
  }
  const options = await openOptions(driver)
  await options.setFiles({ label: 'Choose a file' }, ...paths)
  await expect
    .poll(options.shownText)
    .toContain(
      'Access keys, tokens, passwords or private keys were removed from these lines: credentials (2–3, 6–8).',
    )
  // Nothing is stored before the user agrees, or after.
  await expectNoKeys(options)
  await options.click({ role: 'button', name: 'Add 2 roles' })
  await waitForStatus(options, /^Saved 2 roles/)
  await expectNoKeys(options)
  expect((await exportFile(driver, options)).toString()).toBe(`${awsConfig}
[ci]
; aws_access_key_id removed
; aws_secret_access_key removed
; aws_session_token removed
`)
  await signIn(driver, demo)
  expect(await (await openMenu(driver)).roles()).toEqual(['payments', 'archive'])
})

async function expectNoKeys(options: OptionsPage): Promise<void> {
  const stored = await options.evaluate(async () => {
    const { local, sync, session } = chrome.storage
    return JSON.stringify(await Promise.all([local.get(), sync.get(), session.get()]))
  })
  expect(stored).not.toContain(id)
  expect(stored).not.toContain('invented')
}
