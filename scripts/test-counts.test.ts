import { expect, it } from 'vitest'
import {
  countPlaywright,
  countVitest,
  describeCounts,
  failedInPlaywright,
  failedInVitest,
  sum,
} from './test-counts'

it('sums the counts of Vitest and Playwright', () => {
  const unit = countVitest({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
  })
  const e2e = countPlaywright({ stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 3 }, suites: [] })
  expect(sum([unit, e2e])).toEqual({ passed: 13, failed: 3, skipped: 5 })
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

it('mentions skipped tests only if there are some', () => {
  expect(describeCounts({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
  expect(describeCounts({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
})

it('names the tests that failed', () => {
  const results = [
    { fullName: 'a list is empty', status: 'failed' },
    { fullName: 'a list is full', status: 'passed' },
  ]
  const noCounts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
  expect(failedInVitest({ ...noCounts, testResults: [{ assertionResults: results }] })).toEqual([
    'a list is empty',
  ])
  const inner = { file: 'menu.spec.ts', specs: [{ title: 'it closes', ok: false }] }
  const outer = { file: 'menu.spec.ts', specs: [{ title: 'it opens', ok: true }], suites: [inner] }
  expect(failedInPlaywright({ suites: [outer] })).toEqual(['menu.spec.ts: it closes'])
})
