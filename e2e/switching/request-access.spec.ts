import { expect, test } from '../../testing/browser-test'
import { openOptions } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const host = 'eu-west-1.console.aws.amazon.com'
const text = `
[shop & co]
aws_account_id = 333344445555
role_name = team/Operator
request_url = https://${host}/ask?account={account}&role={role}&for={profile}
`
// The demo console takes the tab to its session’s own host.
const asked =
  /^https:\/\/(?:[\w-]+\.)?eu-west-1\.console\.aws\.amazon\.com\/ask\?account=333344445555&role=team%2FOperator&for=shop%20%26%20co$/
const button = { role: 'button', name: `Ask for access at ${host}` } as const

test('a refusal leads to the page where access is requested', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo, { mode: 'multi-session' })
  const popup = await openMenu(driver)
  demo.refuseNext('UNAUTHORIZED', 'User is not authorized to assume this role')
  await popup.type('shop')
  await popup.press('Enter')
  await expect(popup).toShow(button)
  await popup.click(button)
  await expect(driver).toBeAt(asked)
})

test('a role’s panel leads there too, and the preview says where', async ({ driver, demo }) => {
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.click({ role: 'option', name: /^shop & co/ })
  await expect.poll(options.preview.note).toBe(`Access is requested at ${host}`)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('ArrowRight')
  await popup.click(button)
  await expect(driver).toBeAt(asked)
})
