import { consolePatterns } from '../src/aws/partitions'
import type { BrowserName, Driver, Surface } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { waitFor } from '../testing/browsers/wait'
import type { DemoConsole } from '../testing/demo-console'
import { generatedBase, generatedConfiguration } from '../testing/generators/generated-configuration'
import { configure } from '../testing/steps/configure'

/** Times of each load of a console page, in milliseconds. */
export interface MarksTimes {
  readonly roles: number
  /** How long its main thread was busy with marks. */
  readonly busy: readonly number[]
  /** From the request to the end of the page's own loading, with marks and without. */
  readonly loadWith: readonly number[]
  readonly loadWithout: readonly number[]
}

/** Loads a console page with marks and one without in turn, `rounds` times, with a list of this many roles. */
export async function measureMarks(
  browser: BrowserName,
  demo: DemoConsole,
  build: string,
  roles: number,
  rounds: number,
): Promise<MarksTimes> {
  const times = { roles, busy: [] as number[], loadWith: [] as number[], loadWithout: [] as number[] }
  const drivers: Driver[] = []
  const open = async (marked: boolean) => {
    const driver = await launch(browser, {
      extension: build,
      proxyPort: demo.proxyPort,
      grants: consolePatterns,
    })
    drivers.push(driver)
    const options = await configure(driver, generatedConfiguration(roles))
    if (marked) {
      await options.settings.turn({ role: 'radio', name: 'Clear' }, true)
      await options.settings.turn({ role: 'checkbox', name: 'Name before the title' }, true)
    }
    const user = { kind: 'iam', name: 'engineer' } as const
    return driver.open(demo.signInUrl({ partition: 'aws', mode: 'classic', account: generatedBase, user }))
  }
  try {
    const [marked, plain] = [await open(true), await open(false)]
    for (let round = -1; round < rounds; round++) {
      await marked.reload()
      const busy = await busyTime(marked)
      await plain.reload()
      if (round < 0) continue
      times.busy.push(busy)
      times.loadWith.push(await loadTime(marked))
      times.loadWithout.push(await loadTime(plain))
    }
    return times
  } finally {
    for (const driver of drivers) await driver.close()
  }
}

/** The content script notes its own times, from its start to the frame. */
function busyTime(page: Surface): Promise<number> {
  return waitFor('the marks', () =>
    page.evaluate(() => {
      const entries = performance.getEntriesByName('rolecall-marks')
      if (!document.querySelector('html > [aria-hidden]')) return undefined
      return entries.reduce((sum, { duration }) => sum + duration, 0)
    }),
  )
}

function loadTime(page: Surface): Promise<number> {
  return waitFor('the load', () =>
    page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return entry && entry.loadEventEnd > 0 ? entry.loadEventEnd - entry.startTime : undefined
    }),
  )
}
