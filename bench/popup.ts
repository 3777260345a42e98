import type { BrowserName, Driver, Surface } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { waitFor } from '../testing/browsers/wait'
import type { DemoConsole } from '../testing/demo-console'
import { generatedBase, generatedConfiguration } from '../testing/generators/generated-configuration'
import { configure } from '../testing/steps/configure'
import { activeTab, waitForRole } from '../testing/steps/console'
import { openMenu } from '../testing/steps/menu'
import { timeKeystrokes } from './keystrokes'
import { listTimeoutMs } from './list-timeout'

/** A built extension with a list of this many roles. */
export interface Case {
  /** The built extension's folder. */
  readonly build: string
  readonly roles: number
}

/** All times in milliseconds. */
export interface PopupTimes extends Case {
  /** From the start of the popup's script until the list is shown and the search box is focused, for each opening. */
  readonly opening: readonly number[]
  readonly keystrokes: readonly number[]
  /** From Enter until the browser leaves the page with the request, for each switch. */
  readonly switching: readonly number[]
  /** Memory of the popup's scripts after a garbage collection, in megabytes, for each opening. */
  readonly memory: readonly number[]
  /** The largest number of options in the document. */
  readonly rowsRendered: number
}

/** Typed key by key in each round. The last letter is one too many, so that typos are searched for. */
const query = 'search prodd'

/**
 * Opens each case's popup `rounds` times by its toolbar button, types into it each time, and then switches `switches`
 * times. The cases take turns, so that a busy moment of the machine affects all of them. The first opening isn't
 * counted.
 */
export async function measurePopup(
  browser: BrowserName,
  demo: DemoConsole,
  cases: readonly Case[],
  rounds: number,
  switches: number,
): Promise<readonly PopupTimes[]> {
  const runs: Run[] = []
  try {
    for (const { build, roles } of cases) {
      const driver = await launchWithRoles(browser, demo, build, roles)
      runs.push({
        driver,
        build,
        roles,
        opening: [],
        keystrokes: [],
        switching: [],
        memory: [],
        rowsRendered: 0,
      })
    }
    for (let round = -1; round < rounds; round++) {
      for (const run of runs) await openOnce(run, round >= 0)
    }
    for (let count = 0; count < switches; count++) {
      for (const run of runs) run.switching.push(await switchingTime(run.driver, demo))
    }
    return runs
  } finally {
    for (const { driver } of runs) await driver.close()
  }
}

interface Run extends Case {
  readonly driver: Driver
  readonly opening: number[]
  readonly keystrokes: number[]
  readonly switching: number[]
  readonly memory: number[]
  rowsRendered: number
}

async function openOnce(run: Run, counts: boolean): Promise<void> {
  const popup = await openMenu(run.driver)
  const opening = await openingTime(popup, run.roles)
  const rows = (await popup.all({ role: 'option' })).length
  const keystrokes = await timeKeystrokes(popup, query)
  const rowsFound = (await popup.all({ role: 'option' })).length
  // This comes last, because it discards code that makes the next keystroke fast.
  const memory = (await run.driver.popupMemory()) / 1_000_000
  await popup.close()
  run.rowsRendered = Math.max(run.rowsRendered, rows, rowsFound)
  if (!counts) return
  run.opening.push(opening)
  run.keystrokes.push(...keystrokes)
  run.memory.push(memory)
}

async function launchWithRoles(
  browser: BrowserName,
  demo: DemoConsole,
  build: string,
  roles: number,
): Promise<Driver> {
  const driver = await launch(browser, { extension: build, proxyPort: demo.proxyPort })
  await configure(driver, generatedConfiguration(roles), listTimeoutMs)
  await signIn(driver, demo)
  return driver
}

/** Signs in to the base account, from which the user can switch to all of the roles. */
function signIn(driver: Driver, demo: DemoConsole): Promise<Surface> {
  const user = { kind: 'iam', name: 'engineer' } as const
  return driver.open(demo.signInUrl({ partition: 'aws', mode: 'classic', account: generatedBase, user }))
}

/** The popup notes both times itself. */
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

/**
 * The popup notes when Enter was pressed, and the page that the browser goes to notes when it left for it. Both use the
 * computer's clock.
 */
async function switchingTime(driver: Driver, demo: DemoConsole): Promise<number> {
  const page = await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.evaluate(() => {
    const noteKey = ({ key }: KeyboardEvent) => {
      if (key === 'Enter') localStorage.setItem('bench', `${performance.timeOrigin + performance.now()}`)
    }
    addEventListener('keydown', noteKey, true)
  })
  // Enter alone asks before it leads to production, which the first role is for.
  await popup.press('ArrowDown')
  await popup.press('Enter')
  await waitForRole(driver)
  const left = await (await activeTab(driver)).evaluate(() => performance.timeOrigin)
  const again = await openMenu(driver)
  const pressed = await again.evaluate(() => Number(localStorage.getItem('bench')))
  await again.close()
  await page.close()
  return left - pressed
}
