import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserName, Driver, Surface } from '../e2e/browsers/driver'
import { launch } from '../e2e/browsers/launch'
import { waitFor } from '../e2e/browsers/wait'
import type { DemoConsole } from '../e2e/demo-console'
import { generatedBase, generatedConfiguration } from '../e2e/generated-configuration'

export interface PopupTimes {
  readonly roles: number
  /** From the popup's script start to the list shown and the search box focused, each opening, in milliseconds. */
  readonly opening: readonly number[]
  /** From an `input` event to its work done, layout included, each keystroke, in milliseconds. */
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
  folder: string,
  counts: readonly number[],
  rounds: number,
): Promise<readonly PopupTimes[]> {
  const runs = []
  for (const roles of counts) {
    const driver = await launch(browser, { extension: 'dist/chrome', proxyPort: demo.proxyPort })
    await configure(driver, join(folder, `${roles}.ini`), roles)
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
      const { keystrokes, rowsRendered } = await keystrokeTimes(popup)
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

async function configure(driver: Driver, path: string, roles: number): Promise<void> {
  await writeFile(path, generatedConfiguration(roles))
  const options = await driver.openOptions()
  await options.setFiles({ label: 'Import file' }, path)
  await options.click({ role: 'button', name: 'Save' })
  await waitFor(
    'the text to be saved',
    async () => (await options.all({ role: 'status' })).find(({ text }) => /^Saved: /.test(text)),
    { timeout: 30_000 },
  )
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

async function keystrokeTimes(popup: Surface) {
  await popup.evaluate(() => {
    const times: number[] = []
    let start = 0
    addEventListener('input', () => (start = performance.now()), true)
    addEventListener('input', () => {
      document.body.getBoundingClientRect()
      times.push(performance.now() - start)
    })
    Object.assign(globalThis, { keystrokes: times })
  })
  await popup.type(query)
  return popup.evaluate(() => ({
    keystrokes: (globalThis as unknown as { keystrokes: number[] }).keystrokes,
    rowsRendered: document.querySelectorAll('[role=option]').length,
  }))
}
