// `npm run bench:long` checks whether the extension grows with use. It's slow: 10,000 openings of the menu by real
// presses on its button, and 1,000 refreshes of a team list that is different each time. `npm run bench:long -- 1000
// 100` does less; a third word names the browser.
import { cpus } from 'node:os'
import type { BrowserName } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { startDemoConsole } from '../testing/demo-console'
import { growth } from '../testing/growth'
import { type Sample, useForLong } from '../testing/steps/long-use'
import { startTeam, teamHost } from '../testing/steps/team'

const [openings = '10000', refreshes = '1000', browser = 'chromium'] = process.argv.slice(2)
const amount = { openings: Number(openings), refreshes: Number(refreshes), samples: 100 }
/** The table shows every tenth sample. */
const shown = amount.samples / 10

/**
 * Returns how much more over the second half doesn't count as growth. The general limit is 50 bytes for each of its
 * openings, which is 500 for each refresh, or a few of whatever is counted. An engine goes on compiling a script that
 * runs for long, so a short run may add 100 kB, a small part of one menu.
 */
function tolerance(name: string): number {
  // All lists have the same length, but deflate to slightly different ones.
  if (name.startsWith('storage.')) return 50
  // Firefox itself keeps some kilobytes of each extension page that it has shown, even of an empty one.
  if (name.startsWith('process')) return Number.POSITIVE_INFINITY
  return name.includes('bytes') ? Math.max(100_000, amount.openings * 25) : 20
}

const demo = await startDemoConsole()
const server = await startTeam(demo)
const driver = await launch(browser as BrowserName, {
  extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`,
  proxyPort: demo.proxyPort,
  grants: [`https://${teamHost}/*`],
})
const samples: Sample[] = []
const start = performance.now()
try {
  console.log(
    `On ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}: ${openings} openings of the menu and ` +
      `${refreshes} team refreshes in ${browser}`,
  )
  const { isOneLife } = await useForLong({ driver, demo, server }, amount, sample => {
    samples.push(sample)
    const minutes = ((performance.now() - start) / 60_000).toFixed(1)
    process.stderr.write(`\r${sample.openings} openings in ${minutes} minutes `)
  })
  process.stderr.write('\n')
  const minutes = Math.round((performance.now() - start) / 60_000)
  console.table(samples.filter((_, index) => index === 0 || (index + 1) % shown === 0).map(row))
  console.log(
    `${minutes} minutes; the background script was ${isOneLife ? 'never stopped' : 'stopped on the way'}.`,
  )
  const growths = Object.keys(samples[0] ? numbers(samples[0]) : {}).map(judge)
  console.log('The second half: medians of the last tenth of all samples against those of the sixth')
  console.table(growths)
  if (growths.some(({ verdict }) => verdict === 'grows')) process.exitCode = 1
} finally {
  // A browser that ended by itself has already reported that.
  await driver.close().catch(() => {})
  await server.close()
  await demo.close()
}

function numbers({ memory, stored }: Sample): Readonly<Record<string, number>> {
  const areas = Object.entries(stored).map(([area, size]) => [`storage.${area}, bytes`, size])
  return { ...memory, ...Object.fromEntries(areas) }
}

function row(sample: Sample) {
  const { openings, refreshes } = sample
  return { openings, refreshes, ...numbers(sample) }
}

function judge(name: string) {
  const values = samples.map(sample => numbers(sample)[name] ?? Number.NaN)
  const by = growth(values)
  const allowed = tolerance(name)
  const verdict = by <= allowed ? 'steady' : 'grows'
  return { number: name, growth: by, ...(allowed < Number.POSITIVE_INFINITY && { allowed, verdict }) }
}
