import { writeFileSync } from 'node:fs'
import { expect, test } from '../../testing/browser-test'
import { editor } from '../../testing/pages/editor'
import { configure, openOptions, waitForStatus } from '../../testing/steps/configure'
import { waitForRole } from '../../testing/steps/console'
import { exportFile, startWith } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'
const other = `${text.replace('Operator', 'Reader')}\n[archive]\naws_account_id = 555566667777\nrole_name = Reader\n`
/** One red pixel. */
const image =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

/** Every key of that extension, in every format that it accepts. */
const aesr = `; My roles
[organization1]
aws_account_id = 111122223333
target_role_name = Everyone
target_region = ap-northeast-1

[Org1-Account1-Role1]
role_arn = arn:aws:iam::444455556666:role/Role1
source_profile = organization1
color = ffcc00
image = "${image}"

[Org1-Account2-Manager]
aws_account_id = 555566667777
role_name = Manager
source_profile = organization1

[Org1 Account3]
aws_account_id = 333344445555
source_profile = organization1
region=ap-northeast-1
color=#f80

[profile marketingadmin]
role_arn = arn:aws:iam::123456789012:role/marketingadminrole
source_profile = organization1
`

const file = { label: 'Import file' } as const

test('an import says first what it will change, and Escape changes nothing', async ({ driver }, testInfo) => {
  const options = await configure(driver, `${text}\n[own]\naws_account_id = 666677778888\nrole_name = Own\n`)
  const before = await exportFile(driver, options)
  writeFileSync(testInfo.outputPath('roles.ini'), other)
  await options.setFiles(file, testInfo.outputPath('roles.ini'))
  await expect
    .poll(options.dialog.importSummaries)
    .toEqual([['1 added: archive'], ['1 added: archive', '1 changed: payments', '1 removed: own']])
  await options.press('Escape')
  await expect(options).not.toShow({ role: 'dialog' })
  expect(await exportFile(driver, options)).toEqual(before)
})

test('an import that would change nothing can’t be pressed, and JSON never takes the place of the text', async ({
  driver,
}, testInfo) => {
  const options = await configure(driver, text)
  writeFileSync(testInfo.outputPath('same.ini'), text)
  await options.setFiles(file, testInfo.outputPath('same.ini'))
  await expect.poll(options.dialog.canImport).toBe(false)
  await options.press('Escape')
  writeFileSync(testInfo.outputPath('half.json'), '[\n  ["111122223333", "shop"],\n  ["4444')
  await options.setFiles(file, testInfo.outputPath('half.json'))
  await expect.poll(options.alerts).toMatch(/half\.json wasn’t imported because the list is cut off/)
})

test('a dropped file is imported', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.editor.dropFile('dropped.ini', other)
  await expect(options).toShow({ role: 'dialog', name: 'Import dropped.ini' })
})

test('a text pasted beside the editor is imported', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.click(editor)
  await options.press('Control+a')
  await options.press('Control+c')
  await options.click({ role: 'heading', name: 'Rolecall' })
  await options.press('Control+v')
  await expect(options).toShow({ role: 'dialog', name: 'Import Clipboard' })
})

test('the accounts of an organization become roles, with a role name and colors', async ({
  driver,
}, testInfo) => {
  const options = await configure(driver, text)
  const accounts = [
    { Id: '777788889999', Name: 'shop-production', Status: 'ACTIVE' },
    { Id: '888899990000', Name: 'closed', Status: 'SUSPENDED' },
  ]
  writeFileSync(testInfo.outputPath('accounts.json'), JSON.stringify({ Accounts: accounts }))
  await options.setFiles(file, testInfo.outputPath('accounts.json'))
  await options.fill({ label: 'Role name' }, 'Auditor')
  await options.click({ role: 'radio', name: /^Add what’s/ })
  await options.click({ role: 'button', name: 'Import' })
  await waitForStatus(options, /^Imported/)
  expect((await exportFile(driver, options)).toString()).toBe(`${text}
[shop-production]
aws_account_id = 777788889999
role_name = Auditor
color = #d13212
`)
})

test('access keys in an imported file are taken out, and the import says so', async ({
  driver,
}, testInfo) => {
  const options = await configure(driver, text)
  writeFileSync(testInfo.outputPath('credentials'), `${other}aws_secret_access_key = invented\n`)
  await options.setFiles(file, testInfo.outputPath('credentials'))
  await expect.poll(options.dialog.text).toMatch(/Access keys, .* were removed.*lines: 8/)
})

test('a text of AWS Extend Switch Roles is imported as it is, and works', async ({
  driver,
  demo,
}, testInfo) => {
  const options = await openOptions(driver)
  writeFileSync(testInfo.outputPath('aesr.txt'), aesr)
  expect(await startWith(options, testInfo.outputPath('aesr.txt'))).toContain('Saved 4 roles')
  await expect.poll(options.shownText).toContain('No problems found')
  expect((await exportFile(driver, options)).toString()).toBe(aesr)

  await signIn(driver, demo)
  const popup = await openMenu(driver)
  const offered = await popup.rows()
  expect(offered.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^Org1-Account1-Role1 Role1/),
    expect.stringMatching(/^Org1-Account2-Manager Manager/),
    expect.stringMatching(/^Org1 Account3 Everyone/),
    expect.stringMatching(/^marketingadmin marketingadminrole/),
  ])
  await expect.poll(popup.roleImages).toHaveLength(1)
  await popup.search('Account3')
  await popup.press('Enter')
  expect(await waitForRole(driver)).toMatchObject({
    'role-name': 'Everyone',
    'role-account': '333344445555',
    'display-name': 'Org1 Account3',
    color: 'ff8800',
    region: 'ap-northeast-1',
  })
})

test('two files at once are one import, but for a list of accounts', async ({ driver }, testInfo) => {
  const options = await configure(driver, text)
  const accounts = '{"Accounts":[{"Id":"777788889999","Name":"shop-production","Status":"ACTIVE"}]}'
  const paths = ['a.ini', 'b.ini', 'accounts.json'].map(name => testInfo.outputPath(name))
  const contents = [other, '[own]\naws_account_id = 666677778888\nrole_name = Own\n', accounts]
  for (const [index, path] of paths.entries()) writeFileSync(path, contents[index] ?? '')
  await options.setFiles(file, ...paths.slice(0, 2))
  await expect
    .poll(async () => (await options.dialog.importSummaries())[0])
    .toEqual(['2 added: archive, own'])
  await options.press('Escape')
  await options.setFiles(file, ...paths)
  await expect.poll(options.alerts).toMatch(/accounts\.json lists an organization’s accounts/)
})
