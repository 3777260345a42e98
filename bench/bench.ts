// `npm run bench` prints one table of all times, with a plot of how they grow. `-- --write` puts both into
// docs/performance.md. `npm run bench -- popup core` measures only these parts; others are `opening`, `options`,
// `marks`, `sync` and `size`. `firefox` or `chromium` limits it to that browser.
// `npm run bench -- ../other/dist/chrome` compares the opening of the menu with any other extension's, as
// `npm run bench:opening` does; with `popup` in front, the keystrokes with those of another build of Rolecall.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { build } from 'vite'
import { weigh } from '../scripts/weigh'
import type { BrowserName } from '../testing/browsers/driver'
import { type DemoConsole, startDemoConsole } from '../testing/demo-console'
import { median } from '../testing/median'
import { browsers, builds, others } from './arguments'
import { measureCore } from './core'
import { growthPlot } from './growth'
import { measureMarks } from './marks'
import { compareOpenings } from './opening/compare'
import { empty, measureOpenings, ninetieth, usualRounds } from './opening/measure'
import { measureOptions, type OptionsTimes } from './options'
import { measurePopup } from './popup'
import { asTable, counts, fixedRow, type Row, rounded, rowsOf } from './row'
import { measureSync, type SyncCapacity } from './sync'

const names = { chromium: 'Chromium', firefox: 'Firefox' } as const

/** The rows in the plot. */
const grows = new Set(['Parse', 'Match', 'Search', 'Menu: script start to list shown'])

const args = process.argv.slice(2)
const writes = args.includes('--write')
const parts = ['popup', 'opening', 'options', 'core', 'marks', 'sync', 'size'].filter(part =>
  args.includes(part),
)
const wants = (part: string) => parts.length === 0 || parts.includes(part)

const demo = await startDemoConsole()
try {
  if (others.length > 0) await (parts.includes('popup') ? compareMenus(demo) : compareOpenings(demo))
  else await measureAll(demo)
} finally {
  await demo.close()
}

async function measureAll(demo: DemoConsole): Promise<void> {
  const rows: Row[] = []
  for (const browser of browsers) if (wants('popup')) rows.push(...(await popupRows(browser, demo)))
  for (const browser of browsers) if (wants('opening')) rows.push(...(await openingRows(browser, demo)))
  for (const browser of browsers) if (wants('options')) rows.push(...(await optionsRows(browser, demo)))
  if (wants('core')) rows.push(...coreRows())
  for (const browser of browsers) if (wants('marks')) rows.push(...(await marksRows(browser, demo)))
  if (wants('sync')) rows.push(...syncRows(measureSync(5)))
  if (wants('size')) rows.push(...sizeRows())
  const text = `${machine()}\n\n${asTable(rows)}`
  console.log(text)
  if (!writes) return
  const path = 'docs/performance.md'
  const page = readFileSync(path, 'utf8')
  const [before, after] = [page.split('<!-- measured -->')[0], page.split('<!-- end -->')[1]]
  writeFileSync(path, `${before}<!-- measured -->\n\n${text}\n\n<!-- end -->${after}`)
  writeFileSync('docs/pictures/growth.svg', growthPlot(rows.filter(({ what }) => grows.has(what))))
}

async function popupRows(browser: BrowserName, demo: DemoConsole): Promise<readonly Row[]> {
  const cases = counts.map(roles => ({ build: builds[browser], roles }))
  const runs = await measurePopup(browser, demo, cases, 11, 3)
  return rowsOf(
    runs,
    names[browser],
    ['Menu: script start to list shown', 'ms', run => median(run.opening)],
    ['Menu: a keystroke, median', 'ms', run => median(run.keystrokes)],
    ['Menu: a keystroke, worst', 'ms', run => Math.max(...run.keystrokes)],
    ['Menu: Enter to the request', 'ms', run => median(run.switching)],
    ['Menu: memory of its scripts', 'MB', run => median(run.memory)],
    ['Menu: rows in the document', 'at most', run => run.rowsRendered],
  )
}

/** Rolecall's popup and an empty one take turns. */
async function openingRows(browser: BrowserName, demo: DemoConsole): Promise<readonly Row[]> {
  const runs: { roles: number; ours: readonly number[]; nothing: readonly number[] }[] = []
  for (const roles of counts) {
    const cases = [builds[browser], empty].map(build => ({ build, roles, mode: 'classic' as const }))
    const [ours, nothing] = (await measureOpenings(browser, demo, cases, usualRounds)).map(
      ({ times }) => times,
    )
    if (ours && nothing) runs.push({ roles, ours, nothing })
  }
  return rowsOf(
    runs,
    names[browser],
    ['Menu: press to list drawn', 'ms', run => median(run.ours)],
    ['Menu: press to list drawn, 90th percentile', 'ms', run => ninetieth(run.ours)],
    ['The same with an empty popup', 'ms', run => median(run.nothing), run => median(run.ours)],
    [
      'The same with an empty popup, 90th percentile',
      'ms',
      run => ninetieth(run.nothing),
      run => ninetieth(run.ours),
    ],
  )
}

async function optionsRows(browser: BrowserName, demo: DemoConsole): Promise<readonly Row[]> {
  const runs: OptionsTimes[] = []
  for (const roles of counts) runs.push(await measureOptions(browser, demo, builds[browser], roles, 5))
  return rowsOf(
    runs,
    names[browser],
    ['Settings: opened and checked', 'ms', run => median(run.opening)],
    ['Settings: a keystroke in the editor', 'ms', run => median(run.keystrokes)],
    ['Settings: a mistake to its message', 'ms', run => median(run.diagnosing)],
    ['Settings: saved', 'ms', run => median(run.saving)],
  )
}

function coreRows(): readonly Row[] {
  return rowsOf(
    counts.map(roles => measureCore(roles, 9)),
    'Node',
    ['Parse', 'ms', run => run.parse],
    ['The same with `aesr-config`', 'ms', run => run.aesrConfig, run => run.parse],
    ['The same with `ini`, unchecked', 'ms', run => run.ini, run => run.parse],
    ['Match', 'ms', run => run.match],
    ['Search', 'ms', run => run.search],
  )
}

async function marksRows(browser: BrowserName, demo: DemoConsole): Promise<readonly Row[]> {
  const mode = browser === 'chromium' ? 'chrome-measured' : 'firefox-measured'
  // The normal build leaves out the marks that the page sets for measuring.
  await build({ mode, logLevel: 'error' })
  const run = await measureMarks(browser, demo, `dist/${mode}`, 10_000, 25)
  return rowsOf(
    [run],
    names[browser],
    ['Marks: main-thread time in a page, median', 'ms', run => median(run.busy)],
    ['Marks: main-thread time in a page, worst', 'ms', run => Math.max(...run.busy)],
    ['Marks: page load with marks', 'ms', run => median(run.loadWith)],
    ['The same page without marks', 'ms', run => median(run.loadWithout), run => median(run.loadWith)],
  )
}

function syncRows(capacity: SyncCapacity): readonly Row[] {
  return [
    ...capacity.capacities.flatMap(({ accountIds, ours, lzString }) => [
      fixedRow(`Sync: what fits, ${accountIds} account ids`, 'Node', 'roles', ours),
      fixedRow('The same with `lz-string`, 8 × 2,700 characters', 'Node', 'roles', lzString, ours),
    ]),
    ...rowsOf(
      [capacity],
      'Node',
      ['Sync: encoding a list', 'ms', run => median(run.encoding)],
      ['Sync: decoding a list', 'ms', run => median(run.decoding)],
    ),
  ]
}

function sizeRows(): readonly Row[] {
  return browsers.flatMap(browser =>
    weigh(builds[browser]).map(({ what, bytes, budget }) =>
      fixedRow(`Size: ${what}`, names[browser], `bytes of ${budget.toLocaleString('en')}`, bytes),
    ),
  )
}

async function compareMenus(demo: DemoConsole): Promise<void> {
  const cases = counts.flatMap(roles => [builds.chromium, ...others].map(build => ({ build, roles })))
  const runs = await measurePopup('chromium', demo, cases, 15, 0)
  console.log(machine())
  console.table(
    runs.map(({ build, roles, opening, keystrokes }) => ({
      build,
      roles,
      'script start to list shown (ms)': rounded(median(opening)),
      'keystroke, median (ms)': rounded(median(keystrokes)),
      'keystroke, worst (ms)': rounded(Math.max(...keystrokes)),
    })),
  )
}

function machine(): string {
  return `On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}.`
}
