// `npm run bench:opening` compares how long popups take from the press on the toolbar button to the drawn list: an empty
// popup, which nothing can beat, Rolecall, and any other build of any extension, whose folder is an argument with a
// slash. They take turns. Below each it prints when the stages of an opening were over. Further arguments: `firefox` or
// `chromium`, `classic` or `multi-session`, numbers of roles, and `x15` for the number of openings.
import { cpus } from 'node:os'
import type { BrowserName } from '../testing/browsers/driver'
import { startDemoConsole } from '../testing/demo-console'
import { median } from '../testing/median'
import { browsers, builds, chosen, countsOr, others, roundsOr } from './arguments'
import { empty, type Mode, measureOpenings, ninetieth, type OpeningTimes, stages } from './opening/measure'
import { rounded } from './row'

const modes = chosen<Mode>('classic', 'multi-session')
const rounds = roundsOr(31)

const demo = await startDemoConsole()
try {
  console.log(`On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${rounds} openings each.`)
  for (const browser of browsers) {
    for (const mode of modes) {
      for (const roles of countsOr(12, 100, 10_000)) {
        const cases = [empty, builds[browser], ...others].map(build => ({ build, roles, mode }))
        print(browser, await measureOpenings(browser, demo, cases, rounds))
      }
    }
  }
} finally {
  await demo.close()
}

function print(browser: BrowserName, runs: readonly OpeningTimes[]): void {
  const limit = median(runs[0]?.times ?? [])
  for (const { build, roles, mode, times, ...run } of runs) {
    const ratio = (median(times) / limit).toFixed(2)
    console.log(
      `${browser} ${mode} ${roles} ${build}: ${rounded(median(times))} ms, 90% ${rounded(ninetieth(times))} ms, × ${ratio}`,
    )
    const ends = (Object.keys(stages) as (keyof typeof stages)[]).flatMap(stage => {
      const known = run.stages.map(opening => opening[stage]).filter(time => time !== undefined)
      return known.length > 0 ? [[stage, median(known)] as const] : []
    })
    const inOrder = ends.sort(([, one], [, other]) => one - other)
    console.log(`  ${inOrder.map(([stage, end]) => `${stage} ${rounded(end)}`).join(', ')}`)
  }
}
