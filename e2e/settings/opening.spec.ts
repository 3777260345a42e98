import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { configure, openOptions } from '../../testing/steps/configure'

for (const count of [0, 10, 10_000]) {
  test(`nothing moves while the options page opens with ${count} roles`, async ({ driver, driverName }) => {
    test.slow()
    test.skip(driverName === 'firefox', 'Firefox doesn’t tell what has moved.')
    if (count > 0) await (await configure(driver, generatedConfiguration(count), 60_000)).close()
    const options = await openOptions(driver)
    // This is measured last, which takes long for thousands of roles on a busy machine.
    await waitFor('the meter', options.sync.showsMeter, { timeout: 60_000 })
    const moved = await options.evaluate(
      () =>
        new Promise<readonly string[]>(resolve => {
          // Reports what has moved by the next frame.
          const found: string[] = []
          const observer = new PerformanceObserver(list => {
            for (const entry of list.getEntries()) found.push(JSON.stringify(entry))
          })
          observer.observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(found), 0)))
        }),
    )
    expect(moved).toEqual([])
  })
}
