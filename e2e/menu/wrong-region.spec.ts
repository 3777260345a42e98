import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import { consolePage } from '../../testing/pages/console-page'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRole } from '../../testing/steps/console'
import { labelOf } from '../../testing/steps/mark-of'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const text = `
[payments]
aws_account_id = 444455556666
role_name = Operator
region = eu-west-3
regions = eu-central-1
`
const go = { role: 'button', name: 'us-east-1: go to eu-west-3' } as const

for (const mode of ['classic', 'multi-session'] as const) {
  test(`one press takes the page to its role’s region, in ${mode} mode`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    await (await openMenu(driver)).press('Enter')
    expect(await waitForRole(driver)).toMatchObject({ region: 'eu-west-3' })
    const popup = await openMenu(driver)
    await expect(popup).toShow({ role: 'option', name: /^payments/ })
    await expect(popup).not.toShow(go)
    await popup.close()

    const page = await activeTab(driver)
    const { url = '' } = (await consolePage(page).who()) ?? {}
    await page.evaluate(to => location.assign(to), url.replaceAll('eu-west-3', 'us-east-1'))
    await expect(driver).toShowConsole({ region: 'us-east-1', 'role-name': 'Operator' })
    const elsewhere = await openMenu(driver)
    await expect(elsewhere).toShow(go)
    await elsewhere.click(go)
    await expect(driver).toShowConsole({ region: 'eu-west-3', 'role-name': 'Operator' })
    const there = await openMenu(driver)
    await expect(there).toShow({ role: 'option', name: /^payments/ })
    await expect(there).not.toShow(go)
    expect(demo.switches).toHaveLength(1)
  })
}

test.describe('the label', () => {
  test.use({ driverOptions: { grants: consolePatterns } })

  test('says that the page isn’t in its role’s region', async ({ driver, demo }) => {
    const options = await configure(driver, text)
    await options.settings.turn({ role: 'radio', name: 'Clear' }, true)
    await signIn(driver, demo)
    await (await openMenu(driver)).press('Enter')
    await waitForRole(driver)
    const page = await activeTab(driver)
    await expect.poll(() => labelOf(driver, page)).toContain('4444-5555-6666 · eu-west-3')
    const { url = '' } = (await consolePage(page).who()) ?? {}
    await page.evaluate(to => location.assign(to), url.replaceAll('eu-west-3', 'us-east-1'))
    await expect.poll(() => labelOf(driver, page)).toContain('4444-5555-6666 · us-east-1, not eu-west-3')
  })
})
