// `npm run test:times`: after a run of browser tests, prints where their time went, by browser and by spec.
import { readFileSync } from 'node:fs'
import { slowest, type TimedReport, timesOf, totals } from './spec-times'

const longest = 12

const times = timesOf(JSON.parse(readFileSync('output/e2e.json', 'utf8')) as TimedReport)
for (const { name, tests, seconds, median } of totals(times)) {
  console.log(`${name}: ${tests} tests, ${minutes(seconds)} min, median ${median.toFixed(1)} s`)
}
console.log('\nThe specs that take longest, over all browsers:')
for (const { name, tests, seconds } of slowest(times).slice(0, longest)) {
  console.log(`${minutes(seconds).padStart(6)} min  ${name} (${tests})`)
}

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(1)
}
