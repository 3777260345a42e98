import { cpus } from 'node:os'
import { startDemoConsole } from '../e2e/demo-console'
import { type EditorTimes, measureEditor } from './editor'
import { measureMarks } from './marks'
import { median } from './median'
import { measurePopup, type PopupTimes } from './popup'
import { measureSync, printSync } from './sync'

const counts = [10, 1_000, 10_000]
const rounds = 15

/**
 * `npm run bench -- marks` measures only that; so do `sync`, `editor` and `popup`. `npm run bench -- popup ../other/dist/chrome`
 * measures another build beside this one, opening them in turn.
 */
const [only, ...otherBuilds] = process.argv.slice(2)

console.log(`On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`)
const demo = await startDemoConsole()
try {
  if (only === undefined || only === 'popup') await measureMenus()
  if (only === undefined || only === 'editor') {
    printEditor(await measureEditor('chromium', demo, 10), await measureEditor('chromium', demo, 10_000))
  }
  if (only === undefined || only === 'marks') await measurePageLoads()
  if (only === undefined || only === 'sync') printSync(measureSync(5))
} finally {
  await demo.close()
}

async function measureMenus(): Promise<void> {
  const builds = ['dist/chrome', ...otherBuilds]
  const cases = counts.flatMap(roles => builds.map(build => ({ build, roles })))
  printPopup(await measurePopup('chromium', demo, cases, rounds))
}

async function measurePageLoads(): Promise<void> {
  const runs = []
  for (const browser of ['chromium', 'firefox'] as const) {
    const times = await measureMarks(browser, demo, rounds)
    runs.push({
      browser,
      'main thread, median (ms)': round(median(times)),
      'main thread, worst (ms)': round(Math.max(...times)),
    })
  }
  console.log(`\nMarks on a console page, ${rounds} loads, 10,000 roles in the list`)
  console.table(runs)
}

function printPopup(runs: readonly PopupTimes[]): void {
  const base = median(runs[0]?.opening ?? [])
  console.log(`\nPopup in Chromium, medians of ${rounds} openings by the toolbar button, in turn`)
  console.table(
    runs.map(({ build, roles, opening, keystrokes, rowsRendered }) => ({
      ...(otherBuilds.length > 0 && { build }),
      roles,
      'script start to list shown (ms)': round(median(opening)),
      [`against ${counts[0]} roles`]: `× ${round(median(opening) / base)}`,
      'keystroke, median (ms)': round(median(keystrokes)),
      'keystroke, worst (ms)': round(Math.max(...keystrokes)),
      'rows in the document': rowsRendered,
    })),
  )
}

function printEditor(...runs: readonly EditorTimes[]): void {
  console.log('\nEditor of the options page in Chromium')
  console.table(
    runs.map(({ roles, length, keystrokes }) => ({
      roles,
      characters: length,
      'keystroke, median (ms)': round(median(keystrokes)),
      'keystroke, worst (ms)': round(Math.max(...keystrokes)),
    })),
  )
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
