import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserName, Driver, Surface } from '../../testing/browsers/driver'
import { launch } from '../../testing/browsers/launch'
import { waitFor } from '../../testing/browsers/wait'
import type { DemoConsole } from '../../testing/demo-console'
import { generatedBase, generatedConfiguration } from '../../testing/generators/generated-configuration'
import { emptyPopup, type Watched, watchedCopy } from './watched'

export type Mode = 'classic' | 'multi-session'

export interface Opened {
  /** The build's folder, or `empty` for the empty popup. */
  readonly build: string
  readonly roles: number
  readonly mode: Mode
}

export interface OpeningTimes extends Opened {
  /** From the press on the toolbar button until the list is drawn and the search box focused, in milliseconds. */
  readonly times: readonly number[]
}

/** The build that stands for the empty popup. */
export const empty = 'empty'

/** The first of the generated roles. */
const firstRow = 'atlas-billing-production-0'
/** As many rows as Rolecall's popup has room for. */
const rowsInView = 9
/** How long saving a large list may take on a busy machine, in milliseconds. */
const patience = 60_000

/** How long nothing is measured after a list is shown, and after its popup was closed, in milliseconds. */
const restMs = 300

interface Run extends Opened {
  readonly driver: Driver
  readonly watched: Watched
  readonly times: number[]
}

/**
 * Opens each popup `rounds` times by its toolbar button. They take turns, so that a busy moment of the machine affects all
 * of them. The first two openings aren't counted.
 */
export async function measureOpenings(
  browser: BrowserName,
  demo: DemoConsole,
  cases: readonly Opened[],
  rounds: number,
): Promise<readonly OpeningTimes[]> {
  const runs: Run[] = []
  try {
    for (const one of cases) runs.push(await start(browser, demo, one))
    for (let round = -2; round < rounds; round++) {
      for (const run of runs) {
        const { shown } = await openOnce(run.driver, run.build)
        if (round >= 0) run.times.push(shown)
      }
    }
    return runs
  } finally {
    for (const { driver, watched } of runs) {
      await driver.close()
      watched.remove()
    }
  }
}

async function start(
  browser: BrowserName,
  demo: DemoConsole,
  one: Opened,
  chromiumSwitches: readonly string[] = [],
): Promise<Run> {
  const { build, roles, mode } = one
  const watched =
    build === empty ? emptyPopup(firstRow, Math.min(roles, rowsInView)) : watchedCopy(build, firstRow)
  const driver = await launch(browser, {
    extension: watched.folder,
    firstPage: opensPage(build) ? 'closed' : 'none',
    proxyPort: demo.proxyPort,
    chromiumSwitches,
  })
  if (build !== empty) await giveList(driver, roles)
  const user = { kind: 'iam', name: 'engineer' } as const
  await driver.open(demo.signInUrl({ partition: 'aws', mode, account: generatedBase, user }))
  return { ...one, driver, watched, times: [] }
}

/** Whether the build opens a page on installation. Rolecall's earlier builds and other extensions may not. */
function opensPage(build: string): boolean {
  return build.startsWith('dist/')
}

/** Writes the list into the first text field of any extension's options page, and presses its *Save*. */
async function giveList(driver: Driver, roles: number): Promise<void> {
  const page = await driver.openOptions()
  const field = { css: 'textarea, [contenteditable=true]' }
  await waitFor('the field for the list', async () => (await page.all(field))[0]?.visible)
  await page.fill(field, generatedConfiguration(roles))
  const save = { role: 'button', name: /^save/i }
  await waitFor('the button that saves', async () => (await page.all(save))[0], { timeout: patience })
  await page.click(save, { timeout: patience })
  const isSaved = () => page.evaluate(() => /saved |has been updated/i.test(document.body.textContent ?? ''))
  await waitFor('the saved list', isSaved, { timeout: patience })
  await page.close()
}

/** When a popup's page began and when its list was drawn, in milliseconds after the press. */
interface Times {
  readonly origin: number
  readonly shown: number
}

/** Opens one popup several times, in a browser with more switches. Returns the times of each opening. */
export async function openingsOf(
  browser: BrowserName,
  demo: DemoConsole,
  opened: Opened,
  rounds: number,
  chromiumSwitches: readonly string[],
): Promise<readonly Times[]> {
  const { driver, watched } = await start(browser, demo, opened, chromiumSwitches)
  try {
    const times: Times[] = []
    for (let round = 0; round < rounds; round++) times.push(await openOnce(driver, opened.build))
    return times
  } finally {
    await driver.close()
    watched.remove()
  }
}

async function openOnce(driver: Driver, build: string): Promise<Times> {
  const popup = await driver.pressToolbarButton()
  const { origin, shown } = await waitFor(`the list of ${build}`, () => timesIn(popup), {
    timeout: patience,
  })
  // What a popup does after its list, and its end, aren't part of the next opening.
  await delay(restMs)
  await popup.close()
  await delay(restMs)
  return { origin: origin - driver.pressed(), shown: shown - driver.pressed() }
}

/** Both the driver and the page use the computer's clock. Returns times since 1970, in milliseconds. */
function timesIn(popup: Surface): Promise<Times | undefined> {
  return popup.evaluate(() => {
    const [shown] = performance.getEntriesByName('bench-shown')
    const origin = performance.timeOrigin
    return shown && { origin, shown: origin + shown.startTime }
  })
}
