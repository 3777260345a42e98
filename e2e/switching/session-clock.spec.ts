import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { badge } from '../../testing/steps/badge'
import { configure } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { forgetSessions } from '../../testing/steps/sessions'
import { signIn } from '../../testing/steps/sign-in'
import { ageSessions, ringClock } from '../../testing/steps/starts'
import { storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'

test.use({ driverOptions: { grants: consolePatterns } })

const text = `
[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
color = d13212

[audit]
source_profile = identity
aws_account_id = 777788889999
role_name = Auditor
duration_seconds = 43200
`

/** Opens the menu, reads the clock, and closes it. */
async function clockOnOpening(driver: Driver): Promise<string | undefined> {
  const menu = await openMenu(driver)
  const shown = await menu.clock()
  await menu.close()
  return shown
}

for (const mode of ['classic', 'multi-session'] as const) {
  test(`the menu tells how long a role has been on, and when it ends: ${mode}`, async ({ driver, demo }) => {
    await storeList(driver, text)
    await signIn(driver, demo, { mode })
    // A user's own session has no role.
    expect(await clockOnOpening(driver)).toBeUndefined()
    await switchTo(driver, 'payments')
    expect(await clockOnOpening(driver)).toBe('0 min')
    await ageSessions(driver, 42)
    expect(await clockOnOpening(driver)).toBe('42 min')
    await ageSessions(driver, 52)
    const menu = await openMenu(driver)
    await expect.poll(menu.clock).toBe('8 min left')
    await expect.poll(menu.clockTitle).toContain('in this role for 52 min.')
    await menu.close()
    await ageSessions(driver, 61)
    expect(await clockOnOpening(driver)).toBe('Time is up')
    // A session that is still open by then has a longer duration.
    await ageSessions(driver, 70)
    expect(await clockOnOpening(driver)).toBe('1 h 10 min')
  })
}

test('a profile says how long its role lasts, and the clock begins again with each switch', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await switchTo(driver, 'audit')
  await ageSessions(driver, 55)
  expect(await clockOnOpening(driver)).toBe('55 min')
  await switchTo(driver, 'payments')
  expect(await clockOnOpening(driver)).toBe('0 min')
})

test('a role that was switched to without the menu is timed from when it was seen first', async ({
  driver,
  demo,
}) => {
  await storeList(driver, text)
  await signIn(driver, demo)
  await switchTo(driver, 'payments')
  await forgetSessions(driver)
  expect(await clockOnOpening(driver)).toBeUndefined()
  await expect.poll(() => clockOnOpening(driver)).toBe('0 min or more')
})

test('the toolbar button counts the last minutes down, where tabs are marked', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.settings.turn({ role: 'radio', name: 'Subtle' }, true)
  const page = await signIn(driver, demo)
  await switchTo(driver, 'payments')
  await expect(driver).toHaveBadge({ text: ' ', color: 'd13212' })
  expect((await badge(driver)).title).toBe('Switch role: payments · 4444-5555-6666')

  // The alarm makes the open page ask, without loading it again.
  const loaded = await page.evaluate(() => performance.timeOrigin)
  await ageSessions(driver, 54)
  await ringClock(driver)
  await expect(driver).toHaveBadge({ text: '6m', color: 'd13212' })
  expect((await badge(driver)).title).toBe('Switch role: payments · 4444-5555-6666 · 6 min left')
  await ageSessions(driver, 58)
  await ringClock(driver)
  await expect(driver).toHaveBadge({ text: '2m' })
  await ageSessions(driver, 80)
  await ringClock(driver)
  await expect(driver).toHaveBadge({ text: ' ' })
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded)
})
