import { expect, test } from '../../testing/browser-test'
import { configure, openOptions } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'

const text = `[payments]
aws_account_id = 444455556666
role_name = Operator
colour = #d13212

[warehouse]
aws_account_id = 5555
role_name = Developer
`

test('what is wrong is listed with its line, errors first, and a press goes to the place', async ({
  driver,
}) => {
  const options = await openOptions(driver)
  await options.write(text)
  await expect(options).toHaveDiagnostics(/^Error, line 7.*“5555”/, /^Warning, line 4.*“colour”.*“color”/)
  expect(await options.all({ role: 'list', name: 'Messages' })).toHaveLength(1)

  // The cursor is at the problem, with its text selected, so typing replaces it.
  await options.click({ role: 'button', name: /^Error, line 7/ })
  await options.type('555566667777')
  await expect(options).toHaveDiagnostics(/^Warning, line 4/)
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('5555\n', '555566667777\n'))
})

test('a fix is written at the place', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.click({ role: 'button', name: 'Fix' })
  await expect(options).toHaveDiagnostics(/^Error, line 7/)
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('colour', 'color'))
})

test('with mistakes in it the text is saved all the same, and the rest works', async ({ driver }) => {
  const options = await configure(driver, text)
  await expect.poll(options.statuses).toContain('Saved 1 role')
})

test('texts are checked in a thread of their own, which has none of the browser’s functions', async ({
  driver,
}) => {
  const options = await openOptions(driver)
  // If the thread fails, the page checks texts itself. Users only notice that it's slower.
  const together = await options.evaluate(
    request =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/assets/worker.js', { type: 'module' })
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(request)
      }),
    { kind: 'parse', text, team: [] },
  )
  expect(together).toMatchObject({ profiles: [{ name: 'payments' }], personal: [{ line: 4 }, { line: 7 }] })
})
