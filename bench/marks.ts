import type { BrowserName, Surface } from '../e2e/browsers/driver'
import { launch } from '../e2e/browsers/launch'
import { waitFor } from '../e2e/browsers/wait'
import type { DemoConsole } from '../e2e/demo-console'
import { generatedBase, generatedConfiguration } from '../e2e/generated-configuration'
import { configure } from '../e2e/steps/configure'
import { consolePatterns } from '../src/console/partitions'

/** Of each load of a console page: how long its main thread was busy with marks, in milliseconds. */
export async function measureMarks(
  browser: BrowserName,
  demo: DemoConsole,
  rounds: number,
): Promise<readonly number[]> {
  const extension = browser === 'chromium' ? 'dist/chrome' : 'dist/firefox'
  const driver = await launch(browser, { extension, proxyPort: demo.proxyPort, grants: consolePatterns })
  try {
    const options = await configure(driver, generatedConfiguration(10_000))
    for (const name of [/^Name and colour/, /^A frame around/]) {
      await options.click({ role: 'checkbox', name }, { timeout: 30_000 })
    }
    const user = { kind: 'iam', name: 'engineer' } as const
    const page = await driver.open(
      demo.signInUrl({ partition: 'aws', mode: 'classic', account: generatedBase, user }),
    )
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      await page.reload()
      times.push(await busyTime(page))
    }
    return times
  } finally {
    await driver.close()
  }
}

/** The content script writes down what it does, from its start to the frame. */
function busyTime(page: Surface): Promise<number> {
  return waitFor('the marks', () =>
    page.evaluate(() => {
      const entries = performance.getEntriesByName('rolecall-marks')
      if (!document.querySelector('html > [aria-hidden]')) return undefined
      return entries.reduce((sum, { duration }) => sum + duration, 0)
    }),
  )
}
