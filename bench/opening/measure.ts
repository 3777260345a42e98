import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserName, Driver, Surface } from '../../testing/browsers/driver'
import { launch } from '../../testing/browsers/launch'
import { waitFor } from '../../testing/browsers/wait'
import type { DemoConsole } from '../../testing/demo-console'
import { generatedBase, generatedConfiguration } from '../../testing/generators/generated-configuration'
import { listTimeoutMs } from '../list-timeout'
import type { MadeFolder } from '../made-folder'
import { emptyPopup, watchedCopy } from './watched'

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
  /** When each stage of each opening was over, in milliseconds after the press. */
  readonly stages: readonly Stages[]
}

/**
 * What happens in an opening: the page begins, is read, counts as loaded, which is when Chromium shows it, and paints
 * first; Rolecall's first script runs; the browser answers; Rolecall's list is in the document; a popup's list is drawn.
 * A popup lacks what it doesn't have, and each what a browser doesn't tell.
 */
export const stages = {
  begins: 'origin',
  read: 'domInteractive',
  loaded: 'loadEventEnd',
  'first paint': 'first-contentful-paint',
  'first script': 'rolecall-start',
  tab: 'bench-tab',
  page: 'bench-page',
  'local storage': 'bench-local',
  'session storage': 'bench-session',
  'list in the document': 'rolecall-shown',
  drawn: 'bench-shown',
} as const

type Stages = Partial<Record<keyof typeof stages, number>>

/** How often each popup is opened, unless the command says otherwise. */
export const usualRounds = 31

/** The build that stands for the empty popup. */
export const empty = 'empty'

/** The first of the generated roles. */
const firstRow = 'atlas-billing-production-0'
/** As many rows as Rolecall's popup has room for. */
const rowsInView = 9
/** How long nothing is measured after a list is shown, and after its popup was closed, in milliseconds. */
const restMs = 300

interface Run extends Opened {
  readonly driver: Driver
  readonly watched: MadeFolder
  readonly times: number[]
  readonly stages: Stages[]
}

/**
 * Opens each popup `rounds` times by its toolbar button. They take turns, so that a busy moment of the machine affects all
 * of them, and each round starts with another one, because an opening is slower right after that of a large popup. The
 * first two rounds aren't counted.
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
      for (const run of rotated(runs, round + 2)) {
        const times = await openOnce(run.driver, run.build)
        if (round < 0) continue
        run.times.push(times.shown)
        run.stages.push(times.stages)
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

/** Returns the 90th percentile of the times. */
export function ninetieth(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.9)] ?? Number.NaN
}

function rotated(runs: readonly Run[], by: number): readonly Run[] {
  const first = by % runs.length
  return [...runs.slice(first), ...runs.slice(0, first)]
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
  return { ...one, driver, watched, times: [], stages: [] }
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
  await waitFor('the button that saves', async () => (await page.all(save))[0], { timeout: listTimeoutMs })
  await page.click(save, { timeout: listTimeoutMs })
  const isSaved = () => page.evaluate(() => /saved |has been updated/i.test(document.body.textContent ?? ''))
  await waitFor('the saved list', isSaved, { timeout: listTimeoutMs })
  await page.close()
}

/** When a popup's page began, when its list was drawn, and all of its stages, in milliseconds after the press. */
interface Times {
  readonly origin: number
  readonly shown: number
  readonly stages: Stages
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
  const entries = await waitFor(`the list of ${build}`, () => entriesIn(popup), { timeout: listTimeoutMs })
  // What a popup does after its list, and its end, aren't part of the next opening.
  await delay(restMs)
  await popup.close()
  await delay(restMs)
  // Both the driver and the page use the computer's clock.
  const origin = entries.origin - driver.pressed()
  const found = Object.entries(stages).flatMap(([stage, entry]) => {
    const time = entry === 'origin' ? 0 : entries.times[entry]
    return time === undefined ? [] : [[stage, origin + time] as const]
  })
  return { origin, shown: origin + entries.shown, stages: Object.fromEntries(found) }
}

/**
 * Returns the popup's first performance entries by name, in milliseconds after `origin`, which is in milliseconds since 1970;
 * undefined until its list is drawn.
 */
function entriesIn(popup: Surface) {
  return popup.evaluate(() => {
    const [shown] = performance.getEntriesByName('bench-shown')
    if (!shown) return undefined
    const times: Record<string, number> = {}
    for (const { name, startTime } of performance.getEntries()) times[name] ??= startTime
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    for (const name of ['domInteractive', 'loadEventEnd'] as const) {
      const time = navigation?.[name]
      if (time) times[name] = time
    }
    return { origin: performance.timeOrigin, shown: shown.startTime, times }
  })
}
