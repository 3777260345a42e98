import { cpus } from 'node:os'
import type { BrowserName } from '../../testing/browsers/driver'
import type { DemoConsole } from '../../testing/demo-console'
import { median } from '../../testing/median'
import { browsers, builds, chosen, countsOr, others, roundsOr } from '../arguments'
import { rounded } from '../row'
import {
  empty,
  type Mode,
  measureOpenings,
  ninetieth,
  type OpeningTimes,
  stages,
  usualRounds,
} from './measure'

/** Opens an empty popup, Rolecall's and those of the other builds in turn, and prints how long each takes. */
export async function compareOpenings(demo: DemoConsole): Promise<void> {
  const rounds = roundsOr(usualRounds)
  console.log(`On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${rounds} openings each.`)
  for (const browser of browsers) {
    for (const mode of chosen<Mode>('classic', 'multi-session')) {
      for (const roles of countsOr(12, 100, 10_000)) {
        const cases = [empty, builds[browser], ...others].map(build => ({ build, roles, mode }))
        print(browser, await measureOpenings(browser, demo, cases, rounds))
      }
    }
  }
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
