import { expect, test } from '../../testing/browser-test'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

const names = ['shop-prod', 'shop-dev', 'data-prod', 'data-dev', 'search-dev', 'audit', 'billing']
const text = `[hub]\naws_account_id = 111122223333\n\n${names
  .map(
    (name, index) =>
      `[${name}]\nsource_profile = hub\naws_account_id = 44445555666${index}\nrole_name = Operator\n`,
  )
  .join('\n')}`

for (const mode of ['classic', 'multi-session'] as const) {
  test(`Enter alone leads back and forth between the last two roles in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, text)
    const console = await signIn(driver, demo, { mode })
    for (const name of ['audit', 'search-dev']) {
      const popup = await openMenu(driver)
      await popup.search(name)
      await popup.press('Enter')
      await expect(driver).toShowConsole({ 'display-name': name })
      // The use counts once the menu has seen where the switch led, and has closed.
      await expect.poll(popup.isOpen).toBe(false)
      if (mode === 'multi-session' && name === 'audit') await console.activate()
    }

    for (const [current, last] of [
      ['search-dev', 'audit'],
      ['audit', 'search-dev'],
    ] as const) {
      const popup = await openMenu(driver)
      // The last one is above all roles, which include it.
      await expect(popup).toShowRoles('Switch', last, ...names)
      await expect.poll(popup.activeRole).toBe(last)
      expect(await popup.says()).toBe('')
      await expect.poll(popup.place).toContain(`${current} · Operator`)
      await popup.press('Enter')
      await expect(driver).toShowConsole({ 'display-name': last })
      await expect.poll(popup.isOpen).toBe(false)
    }
  })
}

test('Enter alone asks before it leads to production, and the pointer makes no difference', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.hover({ role: 'option', name: /^data-dev/ })
  await popup.hover({ role: 'option', name: /^data-prod/ })
  await expect.poll(popup.activeRole).toBe('data-prod')
  await popup.press('Enter')
  await expect.poll(popup.question).toContain('data-prod')
  await popup.press('Escape')
  // Whoever moves to a role, or types its name, means it.
  await popup.press('Control+p')
  await expect.poll(popup.activeRole).toBe('shop-dev')
  await popup.press('Control+n')
  await popup.press('Enter')
  await expect(driver).toShowConsole({ 'display-name': 'data-prod' })
  expect(demo.switches).toHaveLength(1)
})

test('initials and abbreviations find a name', async ({ driver, demo }) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.search('sprd')
  await expect(popup).toShowRoles('shop-prod')
  await popup.search('dtdv')
  await expect(popup).toShowRoles('data-dev')
  await popup.press('Enter')
  await waitForRole(driver)
})
