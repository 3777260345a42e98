// `npm run fuzz` changes texts at random, guided by the code that they reach, and feeds them to everything that reads
// hostile text. It stops at the first fault and shows the text. The same seed gives the same texts. The defaults are
// `--runs` 1,000,000 and `--seed` 1.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Script } from 'node:vm'
import { keys } from '../src/config/parse/keys'
import { randomNumbers } from '../testing/generators/random-numbers'
import type { Slowest } from './check-input'
import { watch } from './coverage'
import { instrumentedChecks } from './instrumented'
import { mutator } from './mutate'
import { seeds } from './seeds'
import { words } from './words'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
/** Number of texts between two checks of the clock. */
const batch = 1_000
/** In milliseconds. A batch takes a few seconds; it counts as endless after this. */
const batchTimeoutMs = 600_000
/** The file that a text with a fault is written to. */
const fault = 'output/fuzz/fault.json'
/** How many of the slowest texts are kept to be measured again. */
const candidates = 20

interface Slow extends Slowest {
  readonly text: string
}

const { checkInput, counters } = await instrumentedChecks()
const coverage = watch(counters)
const next = mutator(randomNumbers(seed), [...words, ...keys.keys()])
const known = [...seeds()]
const first = known.length
const slow: Slow[] = []
const start = performance.now()
let count = 0
let longest = 0
let text = ''

try {
  while (count < runs) interruptible(() => readSome(Math.min(batch, runs - count)))
  report()
} catch (error) {
  writeFileSync(fault, JSON.stringify(text))
  console.error(
    `Text ${count + 1} of seed ${seed}, as JSON in ${fault}: ${JSON.stringify(text.slice(0, 200))}`,
  )
  throw error
}

function readSome(most: number): void {
  for (let left = most; left > 0; left--) {
    text = (count < first ? known[count] : undefined) ?? next(known)
    const found = checkInput(text)
    if (coverage.isNew() && count >= first) known.push(text)
    count++
    longest = Math.max(longest, text.length)
    note({ ...found, text })
  }
}

/** Keeps the text if it's among the slowest. */
function note(found: Slow): void {
  if (slow.length === candidates && found.time <= (slow.at(-1)?.time ?? 0)) return
  slow.push(found)
  slow.sort((one, other) => other.time - one.time)
  slow.length = Math.min(slow.length, candidates)
}

/** Returns the slowest of those that are slow a second time. The others were slow because the machine was busy. */
function slowest(): Slow | undefined {
  const again = slow.map(one => ({ ...one, time: Math.min(one.time, checkInput(one.text).time) }))
  return again.sort((one, other) => other.time - one.time)[0]
}

/**
 * Runs a function, and throws if it doesn't end. Only code outside the script can stop a regular expression that runs
 * away.
 */
function interruptible(run: () => void): void {
  Reflect.set(globalThis, 'fuzzSome', run)
  new Script('fuzzSome()').runInThisContext({ timeout: batchTimeoutMs })
}

function report(): void {
  const number = (value: number) => value.toLocaleString('en')
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(
    `${number(count)} texts of up to ${number(longest)} characters in ${seconds} s, seed ${seed}: no fault.`,
  )
  console.log(
    `They reached ${number(coverage.reached)} of ${number(coverage.all)} statements, functions and branches; ${number(known.length)} were kept for what they were the first to reach.`,
  )
  const { check, time, text } = slowest() ?? { check: 'none', time: 0, text: '' }
  console.log(
    `The slowest: ${(time / 1000).toFixed(1)} ms in ${check} for ${number(text.length)} characters, ${JSON.stringify(text.slice(0, 60))}…`,
  )
}
