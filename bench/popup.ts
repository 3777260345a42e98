import type { BrowserName, Driver, Surface } from '../e2e/browsers/driver'
import { launch } from '../e2e/browsers/launch'
import { waitFor } from '../e2e/browsers/wait'
import type { DemoConsole } from '../e2e/demo-console'
import { generatedBase, generatedConfiguration } from '../e2e/generated-configuration'
import { configure } from '../e2e/steps/configure'
import { timeKeystrokes } from './keystrokes'

/** A built extension with a list of so many roles. */
export interface Case {
  /** The built extension's folder. */
  readonly build: string
  readonly roles: number
}

export interface PopupTimes extends Case {
  /** From the popup's script start to the list shown and the search box focused, each opening, in milliseconds. */
  readonly opening: readonly number[]
  /** Each keystroke, in milliseconds. */
  readonly keystrokes: readonly number[]
  /** Options in the document, at most. */
  readonly rowsRendered: number
}

/** What is typed, key by key, in each round. The last letter is one too many, so that slips are looked for. */
const query = 'search prodd'

/**
 * Opens each case's popup `rounds` times by its toolbar button, in turn, so that a noisy moment of the machine hits all of
 * them, and types into it each time. The first opening isn't counted.
 */
export async function measurePopup(
  browser: BrowserName,
  demo: DemoConsole,
  cases: readonly Case[],
  rounds: number,
): Promise<readonly PopupTimes[]> {
  const runs = []
  for (const { build, roles } of cases) {
    const driver = await launchWithRoles(browser, demo, build, roles)
    runs.push({ driver, build, roles, opening: [] as number[], keystrokes: [] as number[], rowsRendered: 0 })
  }
  for (let round = -1; round < rounds; round++) {
    for (const run of runs) {
      const popup = await run.driver.pressToolbarButton()
      const opening = await openingTime(popup, run.roles)
      const rows = (await popup.all({ role: 'option' })).length
      const keystrokes = await timeKeystrokes(popup, query)
      const rowsFound = (await popup.all({ role: 'option' })).length
      await popup.close()
      run.rowsRendered = Math.max(run.rowsRendered, rows, rowsFound)
      if (round < 0) continue
      run.opening.push(opening)
      run.keystrokes.push(...keystrokes)
    }
  }
  for (const { driver } of runs) await driver.close()
  return runs
}

/** A browser with the extension, a list of so many roles, and a console page in front in which all of them can be switched to. */
async function launchWithRoles(
  browser: BrowserName,
  demo: DemoConsole,
  build: string,
  roles: number,
): Promise<Driver> {
  const driver = await launch(browser, { extension: build, proxyPort: demo.proxyPort })
  await configure(driver, generatedConfiguration(roles))
  const user = { kind: 'iam', name: 'engineer' } as const
  await driver.open(demo.signInUrl({ partition: 'aws', mode: 'classic', account: generatedBase, user }))
  return driver
}

/** The popup writes down both moments itself. */
async function openingTime(popup: Surface, roles: number): Promise<number> {
  return waitFor(`the menu of ${roles} roles`, () =>
    popup.evaluate(() => {
      const [start] = performance.getEntriesByName('rolecall-start')
      const [shown] = performance.getEntriesByName('rolecall-shown')
      const isReady = document.activeElement?.role === 'combobox' && document.querySelector('[role=option]')
      return start && shown && isReady ? shown.startTime - start.startTime : undefined
    }),
  )
}
