import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { openOptions, save } from '../../testing/steps/configure'
import { textInForce, waitUntilSynced } from '../../testing/steps/sync'

const text = (number: number) => `[role-${number}]\naws_account_id = 111122223333\nrole_name = Operator\n`
const tenYears = 10 * 365 * 24 * 3_600_000

/** Sets the background script's clock wrong. After it's stopped, the next one has the right time again. */
function setClockWrong(driver: Driver, by: number): Promise<void> {
  return driver.evaluateInBackground(by => {
    const right = Date.now.bind(Date)
    Date.now = () => right() + by
  }, by)
}

for (const by of [tenYears, -tenYears]) {
  test(`a text that is saved after the clock was wrong by ${by} ms reaches sync all the same`, async ({
    driver,
  }) => {
    test.slow()
    const options = await openOptions(driver)
    await setClockWrong(driver, by)
    await options.write(text(1))
    await save(options)
    await waitUntilSynced(options)
    await driver.stopBackground()

    await options.write(text(2))
    await save(options)
    await waitUntilSynced(options)
    expect(await textInForce(options)).toBe(text(2))
  })
}
