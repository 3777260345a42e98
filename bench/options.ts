import type { BrowserName, Surface } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { waitFor } from '../testing/browsers/wait'
import type { DemoConsole } from '../testing/demo-console'
import { generatedConfiguration } from '../testing/generators/generated-configuration'
import { configure } from '../testing/steps/configure'
import { timeKeystrokes } from './keystrokes'
import { listTimeoutMs } from './list-timeout'

/** All times in milliseconds. */
export interface OptionsTimes {
  readonly roles: number
  /** From the page's start until it shows the text and has checked it. */
  readonly opening: readonly number[]
  /** Each keystroke in the editor. */
  readonly keystrokes: readonly number[]
  /** From typing a mistake to its message, including the pause in typing that the check waits for. */
  readonly diagnosing: readonly number[]
  /** From the press on Save until the page says that it's saved. */
  readonly saving: readonly number[]
}

/** As long as a section, and doesn't change the text around it. */
const note = '\n# The list of all roles in all accounts, as it is today.'

/** A line that is neither a section nor a key. */
const mistake = '\nmistake'

/**
 * Opens the options page with a list of this many roles, types a note and a mistake into it, and saves, `rounds` times.
 */
export async function measureOptions(
  browser: BrowserName,
  demo: DemoConsole,
  build: string,
  roles: number,
  rounds: number,
): Promise<OptionsTimes> {
  const driver = await launch(browser, { extension: build, proxyPort: demo.proxyPort })
  try {
    await configure(driver, generatedConfiguration(roles), listTimeoutMs)
    const [opening, keystrokes, diagnosing, saving]: number[][] = [[], [], [], []]
    for (let round = 0; round < rounds; round++) {
      const page = await driver.openOptions()
      opening?.push(await when(page, 'No problems found', true))
      await page.click({ css: '.cm-content' }, { timeout: listTimeoutMs })
      await page.press('Control+End')
      keystrokes?.push(...(await timeKeystrokes(page, note)))
      await watch(page)
      await page.type(mistake)
      diagnosing?.push(await when(page, '“mistake'))
      // Undo would also remove what was typed before.
      for (const _ of mistake) await page.press('Backspace')
      await when(page, 'No problems found')
      await watch(page)
      await page.click({ role: 'button', name: 'Save' }, { timeout: listTimeoutMs })
      saving?.push(await when(page, 'Saved '))
      await page.close()
    }
    return { roles, opening, keystrokes, diagnosing, saving } as OptionsTimes
  } finally {
    await driver.close()
  }
}

/** Notes when the last key or mouse button was pressed. */
async function watch(page: Surface): Promise<void> {
  await page.evaluate(() => {
    const note = () => Object.assign(globalThis, { benchStart: performance.now() })
    for (const event of ['keydown', 'pointerdown']) addEventListener(event, note, true)
  })
}

/**
 * Returns when the page first shows the text, in milliseconds after the page's start or after the time that `watch`
 * noted.
 */
function when(page: Surface, text: string, fromStart = false): Promise<number> {
  return waitFor(
    text,
    () =>
      page.evaluate(
        (text, fromStart) =>
          new Promise<number>((resolve, reject) => {
            const look = () => {
              if (performance.now() > 120_000) return reject(new Error('The page never showed the text.'))
              if (!document.body.textContent?.includes(text)) return requestAnimationFrame(look)
              const { benchStart = 0 } = globalThis as { benchStart?: number }
              return resolve(performance.now() - (fromStart ? 0 : benchStart))
            }
            look()
          }),
        text,
        fromStart,
      ),
    { timeout: listTimeoutMs },
  )
}
