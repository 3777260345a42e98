import { median } from '../testing/median'

/** The part of Playwright's JSON report that has the times. */
export interface TimedReport {
  readonly suites: readonly Suite[]
}

interface Suite {
  readonly file: string
  readonly specs: readonly { readonly tests: readonly TimedTest[] }[]
  readonly suites?: readonly Suite[]
}

interface TimedTest {
  readonly projectName: string
  /** Each try of the test; a duration is in milliseconds. */
  readonly results: readonly { readonly duration: number; readonly status: string }[]
}

/** One test in one browser. */
export interface TestTime {
  readonly file: string
  readonly browser: string
  /** Of all its tries. */
  readonly seconds: number
}

/** The tests of one browser or one spec. */
export interface TotalTime {
  readonly name: string
  readonly tests: number
  readonly seconds: number
  readonly median: number
}

/** Returns the times of the tests that ran. */
export function timesOf({ suites }: TimedReport): readonly TestTime[] {
  return suites.flatMap(({ file, specs, suites = [] }) => [
    ...specs.flatMap(({ tests }) =>
      tests
        .filter(({ results }) => results.some(({ status }) => status !== 'skipped'))
        .map(({ projectName, results }) => ({
          file,
          browser: projectName,
          seconds: results.reduce((sum, { duration }) => sum + duration / 1000, 0),
        })),
    ),
    ...timesOf({ suites }),
  ])
}

/** Returns the total of each browser. */
export function totals(times: readonly TestTime[]): readonly TotalTime[] {
  return grouped(times, ({ browser }) => browser)
}

/** Returns the total of each spec, longest first. */
export function slowest(times: readonly TestTime[]): readonly TotalTime[] {
  return [...grouped(times, ({ file }) => file)].sort((one, other) => other.seconds - one.seconds)
}

function grouped(times: readonly TestTime[], nameOf: (time: TestTime) => string): readonly TotalTime[] {
  const groups = new Map<string, number[]>()
  for (const time of times) {
    const name = nameOf(time)
    groups.set(name, [...(groups.get(name) ?? []), time.seconds])
  }
  return Array.from(groups, ([name, all]) => {
    const seconds = all.reduce((sum, one) => sum + one, 0)
    return { name, tests: all.length, seconds, median: median(all) }
  })
}
