import { describe, expect, it } from 'vitest'
import { slowest, timesOf, totals } from './spec-times'

function test(projectName: string, ...durations: readonly number[]) {
  return { projectName, results: durations.map(duration => ({ duration, status: 'passed' })) }
}

const times = timesOf({
  suites: [
    {
      file: 'menu/search.spec.ts',
      specs: [{ tests: [test('chromium', 2_000)] }, { tests: [test('firefox', 1_000, 3_000)] }],
      suites: [{ file: 'menu/search.spec.ts', specs: [{ tests: [test('chromium', 6_000)] }] }],
    },
    {
      file: 'sync/sync.spec.ts',
      specs: [
        {
          tests: [
            test('chromium', 10_000),
            { projectName: 'firefox', results: [{ duration: 0, status: 'skipped' }] },
          ],
        },
        { tests: [{ projectName: 'firefox', results: [] }] },
      ],
    },
  ],
})

describe('the times of browser tests', () => {
  it('add up every try, also of tests in a group, and leave out skipped tests', () => {
    expect(times.map(({ seconds }) => seconds)).toEqual([2, 4, 6, 10])
  })

  it('are summed by browser', () => {
    expect(totals(times)).toEqual([
      { name: 'chromium', tests: 3, seconds: 18, median: 6 },
      { name: 'firefox', tests: 1, seconds: 4, median: 4 },
    ])
  })

  it('are summed by spec, longest first', () => {
    expect(slowest(times).map(({ name, tests, seconds }) => [name, tests, seconds])).toEqual([
      ['menu/search.spec.ts', 3, 12],
      ['sync/sync.spec.ts', 1, 10],
    ])
  })
})
