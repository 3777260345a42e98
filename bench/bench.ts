// `npm run bench`: one table of what everything takes, with a plot of how it grows; `-- --write` puts both into docs/performance.md.
// `npm run bench -- popup core` measures only these parts; others are `options`, `marks`, `sync` and `size`. `firefox` or `chromium` beside
// them measures in that browser alone.
// `npm run bench -- popup ../other/dist/chrome` compares this build's menu with another's, opened in turn.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { BrowserName } from '../e2e/browsers/driver'
import { type DemoConsole, startDemoConsole } from '../e2e/demo-console'
import { weigh } from '../scripts/weigh'
import { type CoreTimes, measureCore } from './core'
import { growthPlot } from './growth'
import { measureMarks } from './marks'
import { median } from './median'
import { measureOptions, type OptionsTimes } from './options'
import { measurePopup, type PopupTimes } from './popup'
import { asTable, counts, type Row, rounded, row } from './row'
import { measureSync, syncLines } from './sync'

const builds = { chromium: 'dist/chrome', firefox: 'dist/firefox' } as const
const names = { chromium: 'Chromium', firefox: 'Firefox' } as const

/** What the plot shows. */
const grows = new Set(['Parse', 'Match', 'Search', 'Menu: script start to list shown'])

const args = process.argv.slice(2)
const writes = args.includes('--write')
const otherBuilds = args.filter(arg => arg.includes('/'))
const both: readonly BrowserName[] = ['chromium', 'firefox']
const named = both.filter(browser => args.includes(browser))
const browsers = named.length > 0 ? named : both
const parts = ['popup', 'options', 'core', 'marks', 'sync', 'size'].filter(part => args.includes(part))
const wants = (part: string) => parts.length === 0 || parts.includes(part)

const demo = await startDemoConsole()
try {
  if (otherBuilds.length > 0) await compareMenus(demo)
  else await measureAll(demo)
} finally {
  await demo.close()
}

async function measureAll(demo: DemoConsole): Promise<void> {
  const rows: Row[] = []
  for (const browser of browsers) if (wants('popup')) rows.push(...(await popupRows(browser, demo)))
  for (const browser of browsers) if (wants('options')) rows.push(...(await optionsRows(browser, demo)))
  if (wants('core')) rows.push(...coreRows())
  const report = [machine()]
  if (rows.length > 0) report.push(asTable(rows))
  for (const browser of browsers) if (wants('marks')) report.push(await marksLines(browser, demo))
  if (wants('sync')) report.push(syncLines(measureSync(5)))
  if (wants('size')) report.push(sizeLines())
  const text = report.join('\n\n')
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
  // Of several Firefoxes side by side only one gives its menu the keyboard.
  const groups = browser === 'firefox' ? cases.map(one => [one]) : [cases]
  const runs: PopupTimes[] = []
  for (const group of groups) runs.push(...(await measurePopup(browser, demo, group, 11, 3)))
  const of = (value: (run: PopupTimes) => number) => (roles: number) => {
    const run = runs.find(run => run.roles === roles)
    return run && value(run)
  }
  const where = names[browser]
  return [
    row(
      'Menu: script start to list shown',
      where,
      'ms',
      of(run => median(run.opening)),
    ),
    row(
      'Menu: a keystroke, median',
      where,
      'ms',
      of(run => median(run.keystrokes)),
    ),
    row(
      'Menu: a keystroke, worst',
      where,
      'ms',
      of(run => Math.max(...run.keystrokes)),
    ),
    row(
      'Menu: Enter to the request',
      where,
      'ms',
      of(run => median(run.switching)),
    ),
    row(
      'Menu: memory of its scripts',
      where,
      'MB',
      of(run => median(run.memory)),
    ),
    row(
      'Menu: rows in the document',
      where,
      'at most',
      of(run => run.rowsRendered),
    ),
  ]
}

async function optionsRows(browser: BrowserName, demo: DemoConsole): Promise<readonly Row[]> {
  const runs: OptionsTimes[] = []
  for (const roles of counts) runs.push(await measureOptions(browser, demo, builds[browser], roles, 2))
  const of = (times: (run: OptionsTimes) => readonly number[]) => (roles: number) => {
    const run = runs.find(run => run.roles === roles)
    return run && median(times(run))
  }
  const where = names[browser]
  return [
    row(
      'Settings: opened and checked',
      where,
      'ms',
      of(run => run.opening),
    ),
    row(
      'Settings: a keystroke in the editor',
      where,
      'ms',
      of(run => run.keystrokes),
    ),
    row(
      'Settings: a mistake to its message',
      where,
      'ms',
      of(run => run.diagnosing),
    ),
    row(
      'Settings: saved',
      where,
      'ms',
      of(run => run.saving),
    ),
  ]
}

function coreRows(): readonly Row[] {
  const runs = counts.map(roles => measureCore(roles, 9))
  const of = (value: (run: CoreTimes) => number) => (roles: number) => {
    const run = runs.find(run => run.roles === roles)
    return run && value(run)
  }
  return [
    row(
      'Parse',
      'Node',
      'ms',
      of(run => run.parse),
    ),
    row(
      'The same by `aesr-config`',
      'Node',
      'ms',
      of(run => run.aesrConfig),
    ),
    row(
      'The same by `ini`, unchecked',
      'Node',
      'ms',
      of(run => run.ini),
    ),
    row(
      'Match',
      'Node',
      'ms',
      of(run => run.match),
    ),
    row(
      'Search',
      'Node',
      'ms',
      of(run => run.search),
    ),
  ]
}

async function marksLines(browser: BrowserName, demo: DemoConsole): Promise<string> {
  const { busy, loadWith, loadWithout } = await measureMarks(browser, demo, builds[browser], 10_000, 25)
  const [marked, plain] = [median(loadWith), median(loadWithout)]
  return (
    `Marks on a console page, ${names[browser]}, 10,000 roles, ${busy.length} loads: its main thread is busy with them for ` +
    `${rounded(median(busy))} ms (median; ${rounded(Math.max(...busy))} at worst). The page's own loading takes ${rounded(marked)} ms ` +
    `with marks and ${rounded(plain)} ms without: × ${rounded(marked / plain)}.`
  )
}

function sizeLines(): string {
  const lines = browsers.flatMap(browser =>
    weigh(builds[browser]).map(({ what, bytes, budget }) => {
      return `| ${what} | ${names[browser]} | ${(bytes / 1000).toFixed(1)} | ${budget / 1000} |`
    }),
  )
  return ['| size, kB | | is | may be |', '| --- | --- | --: | --: |', ...lines].join('\n')
}

async function compareMenus(demo: DemoConsole): Promise<void> {
  const cases = counts.flatMap(roles => [builds.chromium, ...otherBuilds].map(build => ({ build, roles })))
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
