import { expect, test } from '../../testing/browser-test'
import { generatedBase, generatedConfiguration } from '../../testing/generators/generated-configuration'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

for (const count of [12, 10_000]) {
  test(`of ${count} roles only the rows in view are in the document, and all can be reached`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, generatedConfiguration(count))
    await signIn(driver, demo, { account: generatedBase })
    const popup = await openMenu(driver)
    const first = await popup.rows()
    expect(first.length).toBeLessThan(60)
    expect(first[0]?.attributes).toMatchObject({ 'aria-setsize': String(count), 'aria-posinset': '1' })
    await expect.poll(popup.activeRole).toBe('atlas-billing-production-0')

    await popup.press('End')
    await expect.poll(popup.activeRole).toMatch(`-${count - 1}`)
    const last = await popup.rows()
    expect(last.length).toBeLessThan(60)
    expect(last.at(-1)?.attributes['aria-posinset']).toBe(String(count))

    await popup.search(String(count - 2))
    await expect.poll(popup.activeRole).toMatch(`-${count - 2}`)
    await popup.press('Enter')
    expect((await waitForRole(driver))['display-name']).toMatch(new RegExp(`-${count - 2}$`))
  })
}
