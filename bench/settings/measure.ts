import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserName, Driver, Surface } from '../../testing/browsers/driver'
import { launch } from '../../testing/browsers/launch'
import { waitFor } from '../../testing/browsers/wait'
import type { DemoConsole } from '../../testing/demo-console'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { storeList } from '../../testing/steps/store-list'
import { listTimeoutMs } from '../list-timeout'
import type { MadeFolder } from '../made-folder'
import { pages, watchedSettings } from './pages'

/** The stages of an opening, each with the performance entry that marks its end. */
export const openingStages = {
  'the page is read': 'domInteractive',
  'storage is asked': 'bench-read-asked',
  'storage has answered': 'bench-read',
  'all scripts have run': 'rolecall-ready',
  'the page is made': 'bench-page',
  'the text is in the editor': 'bench-text',
  'the text is drawn': 'bench-drawn',
  'the text is checked': 'bench-checked',
} as const

/** The same for a save, after the press. */
export const savingStages = {
  'storage is asked': 'bench-read-asked',
  'storage has answered': 'bench-read',
  'writing begins': 'bench-written-asked',
  'storage has written': 'bench-written',
  'the page says so': 'bench-saved',
} as const

/** Performance entries by name, in milliseconds after the page's start or the press on *Save*. */
export type Entries = Readonly<Record<string, number>>

export interface SettingsTimes {
  /** The openings of each page, and of each build's settings. */
  readonly openings: ReadonlyMap<string, readonly Entries[]>
  /** The saves of each build, with a pause before the press and without one. */
  readonly saves: ReadonlyMap<string, readonly Entries[]>
}

/** How long nothing is measured after a page is shown, and after it was closed, in milliseconds. */
const restMs = 500
/** How long the settings go on working after an edit of a long list, at most, in milliseconds: they measure it for sync. */
const workMs = 4_000

interface Run {
  readonly build: string
  readonly driver: Driver
  readonly watched: MadeFolder
}

/**
 * Opens the settings of each build `rounds` times, and between them the two pages that they are compared with, all with the
 * same list. Then edits and saves the list as often. The first two openings aren't counted.
 */
export async function measureSettings(
  browser: BrowserName,
  demo: DemoConsole,
  builds: readonly string[],
  roles: number,
  rounds: number,
): Promise<SettingsTimes> {
  const list = generatedConfiguration(roles)
  const runs: Run[] = []
  const openings = new Map<string, Entries[]>()
  const saves = new Map<string, Entries[]>()
  const add = (all: Map<string, Entries[]>, name: string, entries: Entries) =>
    all.set(name, [...(all.get(name) ?? []), entries])
  try {
    for (const build of builds) runs.push(await start(browser, demo, build, list))
    for (let round = -2; round < rounds; round++) {
      for (const run of runs) {
        for (const page of ['only text', 'only the editor', 'settings'] as const) {
          // The compared pages are the same in each build.
          if (page !== 'settings' && run !== runs[0]) continue
          const entries = await openOnce(run, page)
          if (round >= 0) add(openings, page === 'settings' ? `settings of ${run.build}` : page, entries)
        }
      }
    }
    for (let round = 0; round < rounds; round++) {
      for (const run of runs) {
        add(saves, `${run.build}, right after an edit`, await saveOnce(run, round, 0))
        add(saves, `${run.build}, after a pause`, await saveOnce(run, round, workMs))
      }
    }
    return { openings, saves }
  } finally {
    for (const { driver, watched } of runs) {
      await driver.close()
      watched.remove()
    }
  }
}

async function start(browser: BrowserName, demo: DemoConsole, build: string, list: string): Promise<Run> {
  const watched = await watchedSettings(build, list)
  const { folder: extension } = watched
  const driver = await launch(browser, { extension, firstPage: 'closed', proxyPort: demo.proxyPort })
  await storeList(driver, list)
  return { build, driver, watched }
}

async function openOnce({ driver }: Run, page: keyof typeof pages): Promise<Entries> {
  const opened = await driver.open(driver.extensionUrl(pages[page]))
  const entries = await entriesOf(opened, 'bench-drawn', ...(page === 'settings' ? ['bench-checked'] : []))
  await delay(restMs)
  await opened.close()
  await delay(restMs)
  return entries
}

/** Adds a comment to the list and, after a pause, saves it. */
async function saveOnce({ driver }: Run, round: number, pauseMs: number): Promise<Entries> {
  const page = await driver.open(driver.extensionUrl(pages.settings))
  await entriesOf(page, 'bench-checked')
  await delay(workMs)
  await page.click({ css: '.cm-content' }, { timeout: listTimeoutMs })
  await page.press('Control+End')
  await page.type(`\n# ${round}`)
  await delay(pauseMs)
  await page.evaluate(() => performance.clearMarks())
  await page.click({ role: 'button', name: 'Save' }, { timeout: listTimeoutMs })
  const entries = await entriesOf(page, 'bench-saved')
  await page.close()
  await delay(restMs)
  const pressed = entries['bench-pressed'] ?? Number.NaN
  return Object.fromEntries(Object.entries(entries).map(([name, time]) => [name, time - pressed]))
}

/** Returns the first performance entries by name, in milliseconds after the page's start, once it has the `last` ones. */
function entriesOf(page: Surface, ...last: readonly string[]): Promise<Entries> {
  const read = () =>
    page.evaluate(last => {
      if (last.some(name => performance.getEntriesByName(name).length === 0)) return undefined
      const entries: Record<string, number> = {}
      for (const { name, startTime } of performance.getEntries()) entries[name] ??= startTime
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return { ...entries, domInteractive: navigation?.domInteractive ?? Number.NaN }
    }, last)
  return waitFor(last.join(' and '), read, { timeout: listTimeoutMs })
}
