import { expect, test } from '../../testing/browser-test'
import { configure } from '../../testing/steps/configure'
import { activeTab } from '../../testing/steps/console'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const payments = `
[payments]
aws_account_id = 444455556666
role_name = Operator
`

test('on a page that isn’t the console the popup says so, and leads there', async ({ driver, demo }) => {
  await storeList(driver, payments)
  for (const url of ['about:blank', demo.signInPageUrl, driver.extensionUrl('icons/16.png')]) {
    await driver.open(url)
    const popup = await openPopup(driver)
    await expect.poll(popup.says, url).toMatch(/This isn.t the AWS console/)
  }
  await signIn(driver, demo)
  await driver.open(demo.signInPageUrl)
  const popup = await openPopup(driver)
  await popup.click({ role: 'button', name: 'Open the AWS console' })
  await expect(driver).toBeAt(/^https:\/\/([\w-]+\.)?console\.aws\.amazon\.com\//)
})

test('before anything is configured the popup says so, and opens the settings', async ({ driver, demo }) => {
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('No roles yet')
  await popup.click({ role: 'button', name: 'Open the settings' })
  await expect(driver).toBeAt(driver.extensionUrl('options/index.html'))
})

test('the Settings button opens the settings', async ({ driver, demo }) => {
  await (await configure(driver, payments)).close()
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.click({ role: 'button', name: 'Settings' })
  await expect(driver).toBeAt(driver.extensionUrl('options/index.html'))
})

test('a configuration whose every profile is in error is told apart from none', async ({ driver, demo }) => {
  await storeList(driver, '[payments]\naws_account_id = 4444\nrole_name = Operator\n')
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay(/1 error and no usable role/)
})

test('errors in the configuration are counted in the menu', async ({ driver, demo }) => {
  await storeList(driver, `${payments}\n[broken]\naws_account_id = 4444\nrole_name = Operator\n`)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  expect(await popup.all({ role: 'button', name: '1 error in your list' })).toHaveLength(1)
})

test('if nobody is signed in the menu says so, and Enter opens AWS’s own form', async ({ driver, demo }) => {
  await storeList(driver, payments)
  demo.behave({ page: { signedOut: true } })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('hasn’t said yet who is signed in')
  await popup.click({ role: 'button', name: 'Don’t wait' })
  await expect(popup).toSay('You’re signed out here')
  await expect.poll(popup.roles).toEqual(['payments'])
  await popup.press('Enter')
  await expect(driver).toBeAt(/^https:\/\/signin\.aws\.amazon\.com\/switchrole\?account=444455556666/)
})

test('a page that never says who is signed in is waited for, but not for ever', async ({ driver, demo }) => {
  await storeList(driver, payments)
  demo.behave({ page: { signedOut: true } })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('You’re signed out here', {
    timeout: 15_000,
  })
})

test('after signing in, the reload that the popup offers is all it takes', async ({ driver, demo }) => {
  await storeList(driver, payments)
  demo.behave({ page: { signedOut: true } })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await popup.click({ role: 'button', name: 'Don’t wait' })
  demo.behave({ page: {} })
  await popup.click({ role: 'button', name: 'Reload the page' })
  await expect(driver).toShowConsole({})
  expect(await (await openMenu(driver)).roles()).toEqual(['payments'])
})

test('a sign-in host that isn’t AWS’s is named, and nothing is sent to it', async ({ driver, demo }) => {
  await storeList(driver, payments)
  const signInEndpoint = 'signin.aws.amazon.com.evil.example'
  demo.behave({ page: { sessionData: { signInEndpoint } } })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay(signInEndpoint)
  await popup.press('Enter')
  await expect(driver).toBeAt(/^https:\/\/signin\.aws\.amazon\.com\/switchrole/)
  expect(demo.switches).toEqual([])
})

test('a page whose session can’t be read is said to be so', async ({ driver, demo }) => {
  await storeList(driver, payments)
  demo.behave({ page: { sessionData: '{' } })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('awsc-session-data')

  // The report is for Rolecall's maintainers, without accounts and names.
  await popup.click({ role: 'button', name: 'Copy report' })
  await expect(popup).toSay('Report copied')
  await popup.press('Escape')
  demo.behave({ page: {} })
  await (await activeTab(driver)).reload()
  const menu = await openMenu(driver)
  await menu.press('Control+v')
  await expect
    .poll(menu.query)
    .toMatch(/missing: awsc-session-data partition: aws, first hosts, region us-east-1/)
})
