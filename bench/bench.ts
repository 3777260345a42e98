import { cpus } from 'node:os'
import { startDemoConsole } from '../e2e/demo-console'
import { type EditorTimes, measureEditor } from './editor'
import { measureMarks } from './marks'
import { median } from './median'
import { measurePopup, type PopupTimes } from './popup'
import { measureSync, printSync } from './sync'

const counts = [10, 1_000, 10_000]
const rounds = 15

/** `npm run bench -- marks` measures only that; so do `sync` and `pages`. */
const [only] = process.argv.slice(2)

console.log(`On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`)
if (only === undefined || only === 'pages') await measurePages()
if (only === undefined || only === 'marks') await measurePageLoads()
if (only === undefined || only === 'sync') printSync(measureSync(5))

async function measurePages(): Promise<void> {
  const demo = await startDemoConsole()
  try {
    printPopup(await measurePopup('chromium', demo, counts, rounds))
    printEditor(await measureEditor('chromium', demo, 10), await measureEditor('chromium', demo, 10_000))
  } finally {
    await demo.close()
  }
}

async function measurePageLoads(): Promise<void> {
  const demo = await startDemoConsole()
  try {
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
  } finally {
    await demo.close()
  }
}

function printPopup(runs: readonly PopupTimes[]): void {
  const base = median(runs[0]?.opening ?? [])
  console.log(`\nPopup in Chromium, medians of ${rounds} openings by the toolbar button, in turn`)
  console.table(
    runs.map(({ roles, opening, keystrokes, rowsRendered }) => ({
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
