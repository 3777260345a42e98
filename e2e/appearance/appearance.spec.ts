import { expect, test } from '../../testing/browser-test'
import type { Menu } from '../../testing/pages/menu'
import { waitForRole } from '../../testing/steps/console'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

/** One red pixel. */
const image =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

for (const [written, shown, css] of [
  ['color = #d13212', 'd13212', 'rgb(209, 50, 18)'],
  ['color = 1D8102', '1d8102', 'rgb(29, 129, 2)'],
  ['color = #f80', 'ff8800', 'rgb(255, 136, 0)'],
] as const) {
  test(`a role has its ${written} in the menu and on the console`, async ({ driver, demo }) => {
    await storeList(driver, `[payments]\naws_account_id = 444455556666\nrole_name = Operator\n${written}\n`)
    await signIn(driver, demo)
    const popup = await openMenu(driver)
    expect(await backgrounds(popup)).toContain(css)
    await popup.press('Enter')
    expect((await waitForRole(driver)).color.toLowerCase()).toBe(shown)
  })
}

test('a role without a color can be switched to, though AWS wants one', async ({ driver, demo }) => {
  await storeList(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.press('Enter')
  expect((await waitForRole(driver)).color).toMatch(/^[0-9a-f]{6}$/)
})

test('a role’s image stands in place of its color', async ({ driver, demo }) => {
  await storeList(
    driver,
    `[payments]\naws_account_id = 444455556666\nrole_name = Operator\ncolor = #d13212\nimage = ${image}\n`,
  )
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(() => images(popup)).toEqual([{ src: image, width: 1 }])
  expect(await backgrounds(popup)).not.toContain('rgb(209, 50, 18)')
})

test('an image that can’t be shown leaves the color', async ({ driver, demo }) => {
  await storeList(
    driver,
    `
[broken]
aws_account_id = 444455556666
role_name = Operator
color = #d13212
image = data:image/png;base64,AAAA

[no-image]
aws_account_id = 555566667777
role_name = Operator
color = #1d8102
image = https://us-east-1.console.aws.amazon.com/console/home
`,
  )
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(() => images(popup)).toEqual([])
  await expect
    .poll(() => backgrounds(popup))
    .toEqual(expect.arrayContaining(['rgb(209, 50, 18)', 'rgb(29, 129, 2)']))
})

function backgrounds(popup: Menu): Promise<readonly string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('[role="option"] *')].map(it => getComputedStyle(it).backgroundColor),
  )
}

function images(popup: Menu): Promise<readonly { readonly src: string; readonly width: number }[]> {
  return popup.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLImageElement>('[role="option"] img'), image => ({
      src: image.src,
      width: image.naturalWidth,
    })),
  )
}
