import { writeFileSync } from 'node:fs'
import type { Surface } from './browsers/driver'
import { configure, editor, waitForStatus } from './steps/configure'
import { eventually } from './steps/eventually'
import { exportFile } from './steps/files'
import { expect, test } from './test'

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'
const other = `${text.replace('Operator', 'Reader')}\n[archive]\naws_account_id = 555566667777\nrole_name = Reader\n`
const file = { label: 'Import file' } as const

test('an import says first what it will change, and Escape changes nothing', async ({ driver }, testInfo) => {
  const options = await configure(driver, `${text}\n[own]\naws_account_id = 666677778888\nrole_name = Own\n`)
  const before = await exportFile(driver, options)
  writeFileSync(testInfo.outputPath('roles.ini'), other)
  await options.setFiles(file, testInfo.outputPath('roles.ini'))
  await eventually(async () =>
    expect(await summaries(options)).toEqual([
      ['1 is new: archive'],
      ['1 is new: archive', '1 changes: payments', '1 goes: own'],
    ]),
  )
  await options.press('Escape')
  await eventually(async () => expect(await options.all({ role: 'dialog' })).toEqual([]))
  expect(await exportFile(driver, options)).toEqual(before)
})

test('a dropped file is imported', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.evaluate(content => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([content], 'dropped.ini'))
    const how = { dataTransfer, bubbles: true, cancelable: true }
    document.querySelector('.cm-content')?.dispatchEvent(new DragEvent('drop', how))
  }, other)
  await eventually(async () =>
    expect((await options.all({ role: 'dialog' })).map(({ name }) => name)).toEqual(['Import dropped.ini']),
  )
})

test('a text pasted beside the editor is imported', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.click(editor)
  await options.press('Control+a')
  await options.press('Control+c')
  await options.click({ role: 'heading', name: 'Settings' })
  await options.press('Control+v')
  await eventually(async () =>
    expect((await options.all({ role: 'dialog' })).map(({ name }) => name)).toEqual(['Import the clipboard']),
  )
})

test('the accounts of an organization become roles, with a role name and colours', async ({
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
  await options.click({ role: 'radio', name: /^Add the profiles/ })
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
  await eventually(async () =>
    expect((await options.all({ role: 'dialog' }))[0]?.text).toMatch(/Access keys were removed.*lines: 8/),
  )
})

async function summaries(options: Surface): Promise<readonly (readonly string[])[]> {
  return (await options.all({ css: '.summary' })).map(({ text }) => text.trim().split(/\s*\n\s*/))
}
