import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import type { DemoConsole } from '../../testing/demo-console'
import { expectInert } from '../../testing/hostile/inert'
import { type Lie, lies, switchLies } from '../../testing/hostile/pages'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const payments = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'

async function expectSays(driver: Driver, demo: DemoConsole, { what, page, says: sentence }: Lie) {
  demo.behave({ page })
  const tab = await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(async () => {
    // The menu waits for a page that doesn't say who is signed in: see docs/console.md, “Page facts”.
    const [wait] = await popup.all({ role: 'button', name: 'Don’t wait' })
    if (wait) await popup.click({ role: 'button', name: 'Don’t wait' })
    if (sentence === 'works') expect(await popup.rows(), what).toHaveLength(1)
    else expect(await popup.says(), what).toMatch(sentence)
  }).toPass({ timeout: 25_000 })
  await expectInert(popup, what)
  await popup.close()
  await tab.close()
}

test('a console page that lies gets no further than a sentence', async ({ driver, demo }) => {
  test.setTimeout(240_000)
  await storeList(driver, payments)
  for (const lie of lies) await expectSays(driver, demo, lie)
  expect(demo.switches).toEqual([])
  console.log(
    `${driver.name}: ${lies.length} pages that lie: each is told of in a sentence, or the menu works.`,
  )
})

test('a console page that lies when it is to switch gets no further than a sentence', async ({
  driver,
  demo,
}) => {
  test.setTimeout(240_000)
  await storeList(driver, payments)
  for (const { what, mode, script, says: sentence } of switchLies) {
    demo.behave({ page: { script } })
    const tab = await signIn(driver, demo, { mode })
    const open = (await driver.tabs()).length
    const popup = await openMenu(driver)
    await popup.press('Enter')
    // If a page never answers, the menu gives up after 15 seconds.
    await expect(popup, what).toSay(sentence, { timeout: 25_000 })
    expect(await driver.tabs(), what).toHaveLength(open)
    await popup.close()
    await tab.close()
  }
  expect(demo.switches).toEqual([])
  console.log(`${driver.name}: ${switchLies.length} pages that lie when they are to switch: each is told of.`)
})

// Chromium waits for an answer that claims to be pending; Firefox doesn't.
test('a page that keeps the browser from answering is given up', async ({ driver, demo }) => {
  test.slow()
  await storeList(driver, payments)
  demo.behave({ page: { script: 'Object.prototype.then = () => {}' } })
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(async () => {
    if (driver.name === 'firefox') expect(await popup.rows()).toHaveLength(1)
    else expect(await popup.says()).toContain('no response within 15 seconds')
  }).toPass({ timeout: 25_000 })
})
