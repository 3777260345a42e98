// `npm run bench:flame` records one opening of the menu in Chromium, with twelve roles or as many as the argument says,
// and draws it as docs/pictures/opening.svg.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoConsole } from '../testing/demo-console'
import { flameChart } from './opening/flame'
import { openingsOf } from './opening/measure'
import { lastOpening } from './opening/trace'

const roles = Number(process.argv[2] ?? 12)
const folder = mkdtempSync(join(tmpdir(), 'rolecall-flame-'))
const file = join(folder, 'trace.json')
const demo = await startDemoConsole()
try {
  const categories = 'toplevel,blink,v8,devtools.timeline,loading,blink.user_timing'
  const openings = await openingsOf('chromium', demo, { build: 'dist/chrome', roles, mode: 'classic' }, 6, [
    `--trace-startup=${categories}`,
    `--trace-startup-file=${file}`,
    '--trace-startup-record-mode=record-continuously',
    '--trace-startup-duration=0',
    '--trace-startup-format=json',
  ])
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8'))
  const opening = lastOpening(traceEvents, openings.at(-1)?.origin ?? Number.NaN)
  writeFileSync('docs/pictures/opening.svg', flameChart(opening))
  for (const { label, end } of opening.moments) console.log(`${label}: ${Math.round(end)} ms after the press`)
} finally {
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
}
