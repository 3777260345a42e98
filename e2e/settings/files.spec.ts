import { readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { configure, openOptions, waitForStatus } from '../../testing/steps/configure'
import { exportFile, importFile, startWith } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

const example = readFileSync('examples/rolecall.ini')

test('what is exported is what was written, byte for byte', async ({ driver }) => {
  const options = await configure(driver, example.toString())
  expect(await exportFile(driver, options)).toEqual(example)
  // Also after it was stored and read again.
  expect(await exportFile(driver, await openOptions(driver))).toEqual(example)
})

test('an imported file comes back byte for byte, with its line ends and byte order mark', async ({
  driver,
  demo,
}, testInfo) => {
  const path = testInfo.outputPath('roles.ini')
  const bytes = Buffer.from(
    '\uFEFF; Notes\r\n\r\n[決済]\r\n\taws_account_id = 444455556666  \r\nrole_name=Operator\r\n# no end of line at the end',
  )
  writeFileSync(path, bytes)
  const options = await openOptions(driver)
  expect(await startWith(options, path)).toContain('Saved 1 role')
  expect(await exportFile(driver, options)).toEqual(bytes)
  expect(await exportFile(driver, await openOptions(driver))).toEqual(bytes)

  await signIn(driver, demo)
  expect(await (await openMenu(driver)).roles()).toEqual(['決済'])
})

test('an import is saved at once, and so is its undoing', async ({ driver, demo }, testInfo) => {
  const path = testInfo.outputPath('roles.ini')
  const imported = '[imported]\naws_account_id = 555566667777\nrole_name = Operator\n'
  const written = '[written]\naws_account_id = 444455556666\nrole_name = Operator\n'
  writeFileSync(path, imported)
  const options = await configure(driver, written)
  expect(await importFile(options, path)).toContain('Imported and saved.')
  await expect(options).toHaveInForce(imported)
  // The offer to undo doesn't run out while its page is hidden.
  if (driver.cannot.hideTabs) await options.pointAtUndoable()
  const console = await signIn(driver, demo)
  const menu = await openMenu(driver)
  await expect.poll(menu.roles).toEqual(['imported'])
  await menu.close()
  if (!driver.cannot.hideTabs)
    await console.evaluate(() => new Promise(resolve => setTimeout(resolve, 8_500)))
  await options.undo()
  await expect(options).toHaveInForce(written)
  await expect.poll(options.canSave).toBe(false)
})

test('an import into unsaved changes waits for Save', async ({ driver }, testInfo) => {
  const path = testInfo.outputPath('roles.ini')
  writeFileSync(path, '[imported]\naws_account_id = 555566667777\nrole_name = Operator\n')
  const written = '[written]\naws_account_id = 444455556666\nrole_name = Operator\n'
  const options = await configure(driver, written)
  await options.write(`${written}color = #d13212\n`)
  await expect.poll(options.canSave).toBe(true)
  expect(await importFile(options, path)).toContain('Press Save to use the list')
  await expect(options).toHaveInForce(written)
  await options.undo()
  await expect.poll(options.canSave).toBe(true)
  expect((await exportFile(driver, options)).toString()).toBe(`${written}color = #d13212\n`)
})

test('a file of another encoding than UTF-8 is refused, and what was there stays', async ({
  driver,
}, testInfo) => {
  const path = testInfo.outputPath('roles.ini')
  writeFileSync(
    path,
    Buffer.from('[caf\xe9]\naws_account_id = 444455556666\nrole_name = Operator\n', 'latin1'),
  )
  const text = '[written]\naws_account_id = 444455556666\nrole_name = Operator\n'
  const options = await configure(driver, text)
  await options.setFiles({ label: 'Import file' }, path)
  await expect.poll(options.alerts).toMatch(/roles\.ini wasn’t imported because it isn’t UTF-8 text/)
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

test('portal roles are exported as bookmarks that lead to them without Rolecall', async ({ driver }) => {
  const options = await configure(
    driver,
    `${example}
[profile data]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 333344445555
sso_role_name = Reader
region = eu-west-1
group = Data
`,
  )
  const path = join(driver.downloads, 'rolecall-bookmarks.html')
  await options.pressExport(/^Bookmarks/)
  await waitForStatus(options, /^Exported 1 bookmark\./)
  const html = await waitFor('the exported file', async () => {
    const text = await readFile(path, 'utf8')
    return text.length > 0 ? text : undefined
  })
  // As a browser reads it.
  const links = await options.evaluate(
    html =>
      Array.from(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a'), link => ({
        name: link.textContent,
        url: link.href,
        folder: link.closest('dl')?.parentElement?.querySelector('h3')?.textContent,
      })),
    html,
  )
  expect(links).toMatchObject([{ name: 'data', folder: 'Data' }])
  await driver.open(links[0]?.url ?? '')
  await expect(driver).toShowConsole({ account: '333344445555', region: 'eu-west-1' })
})
