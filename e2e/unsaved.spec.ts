import { configure, editor, waitForStatus } from './steps/configure'
import { eventually } from './steps/eventually'
import { expect, test } from './test'

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'

test('the page asks before unsaved changes are lost, until Ctrl+S saves them', async ({ driver }) => {
  const options = await configure(driver, text)
  // What the browser asks of a page that is left. The question itself is a window of the browser's own.
  const asks = () => options.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asks()).toBe(false)
  await options.click(editor)
  await options.type('#')
  await eventually(async () => expect(await asks()).toBe(true))
  expect(await options.title()).toMatch(/^• /)
  await options.press('Control+s')
  await waitForStatus(options, /^Saved: /)
  await eventually(async () => expect(await asks()).toBe(false))
})
