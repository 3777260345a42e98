// `npm run bench:settings` measures how long the settings take to open and to save a list, stage by stage, next to a page
// with only the list's first lines and a page with only the editor. Settings with this editor can't be faster than that page. Other
// builds of Rolecall, whose folders are arguments with a slash, take turns with this one. Further arguments: `firefox` or
// `chromium`, numbers of roles, and `x11` for the number of openings and saves.
import { cpus } from 'node:os'
import { startDemoConsole } from '../testing/demo-console'
import { median } from '../testing/median'
import { browsers, builds, countsOr, others, roundsOr } from './arguments'
import { rounded } from './row'
import { type Entries, measureSettings, openingStages, savingStages } from './settings/measure'

const rounds = roundsOr(11)

const demo = await startDemoConsole()
try {
  console.log(`On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${rounds} openings and saves each.`)
  for (const browser of browsers) {
    for (const roles of countsOr(12, 10_000)) {
      const all = [builds[browser], ...others]
      const { openings, saves } = await measureSettings(browser, demo, all, roles, rounds)
      for (const [name, runs] of openings) print(`${browser} ${roles}, ${name}`, runs, openingStages)
      for (const [name, runs] of saves) print(`${browser} ${roles}, saved by ${name}`, runs, savingStages)
    }
  }
} finally {
  await demo.close()
}

/** Prints the median end of each stage. A page lacks the stages that it doesn't have. */
function print(what: string, runs: readonly Entries[], stages: Readonly<Record<string, string>>): void {
  const ends = Object.entries(stages).flatMap(([stage, entry]) => {
    const known = runs.flatMap(entries => entries[entry] ?? [])
    return known.length > 0 ? [`${stage} ${rounded(median(known))}`] : []
  })
  console.log(`${what}: ${ends.join(', ')}`)
}
