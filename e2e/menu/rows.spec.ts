import { expect, test } from '../../testing/browser-test'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { configure } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

test('a row shows the end of a long name, and every account begins at the same place', async ({
  driver,
  demo,
}) => {
  const long = 'the-payments-team-and-everything-around-it-in-production-eu-west-1'
  const text = [`${long}-blue`, `${long}-green`, 'shop']
    .map((name, index) => `[${name}]\naws_account_id = 44445555666${index}\nrole_name = Operator\n`)
    .join('\n')
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect
    .poll(popup.rowNames)
    .toEqual([
      `${long}-blue Operator 4444-5555-6660`,
      `${long}-green Operator 4444-5555-6661`,
      'shop Operator 4444-5555-6662',
    ])
  await expect.poll(popup.nameEnds).toEqual(['eu-west-1-blue', 'u-west-1-green'])
  const starts = await popup.accountStarts()
  expect(starts).toHaveLength(3)
  expect(new Set(starts).size).toBe(1)
})

test('a long list offers its groups, each of which narrows the search', async ({ driver, demo }) => {
  await storeList(driver, generatedConfiguration(300))
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(popup.groups).toHaveLength(6)
  const top = await popup.footerTop()
  const [group = ''] = await popup.groups()
  await popup.click({ role: 'button', name: group })
  await expect.poll(popup.query).toBe(`@${group} `)
  expect(await popup.takesKeys()).toBe(true)
  await expect.poll(popup.groups).toEqual([])
  expect(await popup.footerTop()).toBe(top)
  await expect.poll(popup.says).toMatch(/^\d+ of 300 roles$/)
})

test('Page Down goes as far as there are roles in view', async ({ driver, demo }) => {
  const options = await configure(driver, generatedConfiguration(300))
  const console = await signIn(driver, demo)
  const reached = async () => {
    const popup = await openMenu(driver)
    await popup.press('PageDown')
    const position = Number((await popup.selectedRow())?.attributes['aria-posinset'])
    await popup.press('Escape')
    return position
  }
  const comfortable = await reached()
  await options.settings.turn({ role: 'radio', name: 'Compact' }, true)
  await console.activate()
  expect(await reached()).toBeGreaterThan(comfortable + 3)
})

test('the menu opens at the height that it had last', async ({ driver, demo }) => {
  await storeList(driver, generatedConfiguration(30))
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(() => popup.evaluate(() => localStorage.getItem('menuHeight'))).not.toBeNull()
  const height = await popup.evaluate(() => document.body.offsetHeight)
  expect(await popup.evaluate(() => Number(localStorage.getItem('menuHeight')))).toBe(height)
})
