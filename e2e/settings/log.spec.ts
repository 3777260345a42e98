import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { enterInAddressBar } from '../../testing/steps/address-bar'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions } from '../../testing/steps/configure'
import { waitForRoleNamed } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[shop]
aws_account_id = 333344445555
role_name = Operator
region = eu-west-1
reason = true

[payments]
aws_account_id = 444455556666
role_name = Operator
`

test('switches are logged once the user wants it, with reasons, and can be saved and deleted', async ({
  driver,
  demo,
}) => {
  test.slow()
  await storeList(driver, text)
  const options = await openOptions(driver)
  await options.open('log')
  await expect.poll(options.shownText).toContain('The log is off.')
  await options.click({ label: 'Keep a log of switches' })
  await expect.poll(options.shownText).toContain('The log has no entries yet.')

  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('shop')
  await popup.press('Enter')
  await expect.poll(popup.question).toContain('Write why you’re switching.')
  await expectAccessible(popup, 'the question for a reason')
  await popup.press('Enter')
  expect(await popup.canConfirm()).toBe(false)
  expect(demo.switches).toEqual([])
  await popup.type('=INC-42, "refund"')
  await expect.poll(popup.canConfirm).toBe(true)
  await popup.press('Enter')
  await waitForRoleNamed(driver, 'shop')

  // Chromium’s address bar is emulated, and so doesn’t let the extension into the page. A press on the button does.
  await (await openMenu(driver)).press('Escape')
  await enterInAddressBar(driver, 'payments')
  await waitForRoleNamed(driver, 'payments')

  await options.activate()
  const payments = [expect.any(String), 'payments Operator', '4444-5555-6666', 'Unknown', 'Address bar', '']
  const shop = [expect.any(String), 'shop Operator', '3333-4444-5555', '0 min', 'Menu', '=INC-42, "refund"']
  await expect.poll(options.log.rows).toEqual([payments, shop])
  await expect
    .poll(options.log.links)
    .toContainEqual(
      expect.stringMatching(
        /^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/cloudtrailv2\/home\?region=eu-west-1&rolecall=333344445555%2FOperator#\/events\?StartTime=/,
      ),
    )
  await expectAccessible(options, 'the log')

  const path = join(driver.downloads, 'rolecall-log.csv')
  await rm(path, { force: true })
  await options.click({ role: 'button', name: 'Save as CSV' })
  const saved = await waitFor('the saved log', () => readFile(path, 'utf8').then(text => text || undefined))
  expect(saved.split('\r\n')).toEqual([
    '\ufeffTime,Profile,Role,Account,Minutes,From,Opened by,Reason',
    expect.stringMatching(/^[\d-]+T[\d:]+Z,payments,Operator,4444-5555-6666,,Address bar,Switch,$/),
    expect.stringMatching(/,shop,Operator,3333-4444-5555,0,Menu,Switch,"'=INC-42, ""refund"""$/),
    '',
  ])
  await options.click({ role: 'button', name: 'Copy as a table' })
  await expect.poll(options.statuses).toContain('Copied.')

  await options.click({ role: 'button', name: 'Delete all' })
  await expect.poll(options.log.rows).toEqual([])
  await options.undo()
  await expect.poll(options.log.rows).toEqual([payments, shop])
})
