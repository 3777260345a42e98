import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoConsole } from '../e2e/demo-console'
import { median } from './median'
import { measurePopup, type PopupTimes } from './popup'

const counts = [10, 10_000]
const rounds = 15

const demo = await startDemoConsole()
const folder = await mkdtemp(join(tmpdir(), 'rolecall-bench-'))
try {
  console.log(`On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`)
  print('chromium', await measurePopup('chromium', demo, folder, counts, rounds))
} finally {
  await rm(folder, { recursive: true })
  await demo.close()
}

function print(browser: string, runs: readonly PopupTimes[]): void {
  const base = median(runs[0]?.opening ?? [])
  console.log(`\nPopup in ${browser}, medians of ${rounds} openings by the toolbar button, in turn`)
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

function round(number: number): number {
  return Math.round(number * 100) / 100
}
