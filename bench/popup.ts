import type { BrowserName, Surface } from '../e2e/browsers/driver'
import { launch } from '../e2e/browsers/launch'
import { waitFor } from '../e2e/browsers/wait'
import type { DemoConsole } from '../e2e/demo-console'
import { generatedBase, generatedConfiguration } from '../e2e/generated-configuration'
import { configure } from '../e2e/steps/configure'
import { timeKeystrokes } from './keystrokes'

export interface PopupTimes {
  readonly roles: number
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
 * Opens the popup `rounds` times by its toolbar button, in turn for each number of roles, so that a
 * noisy moment of the machine hits all of them; types into it each time. The first opening isn't counted.
 */
export async function measurePopup(
  browser: BrowserName,
  demo: DemoConsole,
  counts: readonly number[],
  rounds: number,
): Promise<readonly PopupTimes[]> {
  const runs = []
  for (const roles of counts) {
    const driver = await launch(browser, { extension: 'dist/chrome', proxyPort: demo.proxyPort })
    await configure(driver, generatedConfiguration(roles))
    await driver.open(
      demo.signInUrl({
        partition: 'aws',
        mode: 'classic',
        account: generatedBase,
        user: { kind: 'iam', name: 'engineer' },
      }),
    )
    runs.push({ driver, roles, opening: [] as number[], keystrokes: [] as number[], rowsRendered: 0 })
  }
  for (let round = -1; round < rounds; round++) {
    for (const run of runs) {
      const popup = await run.driver.pressToolbarButton()
      const opening = await openingTime(popup, run.roles)
      const keystrokes = await timeKeystrokes(popup, query)
      const rowsRendered = (await popup.all({ role: 'option' })).length
      await popup.close()
      run.rowsRendered = Math.max(run.rowsRendered, rowsRendered)
      if (round < 0) continue
      run.opening.push(opening)
      run.keystrokes.push(...keystrokes)
    }
  }
  for (const { driver } of runs) await driver.close()
  return runs
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
