import { expect, it } from 'vitest'
import { countPlaywright, countVitest, describeCounts, sum } from './test-counts'

it('sums the counts of Vitest and Playwright', () => {
  const unit = countVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 })
  const e2e = countPlaywright({ stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 3 } })
  expect(sum([unit, e2e])).toEqual({ passed: 13, failed: 3, skipped: 5 })
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

it('mentions skipped tests only if there are some', () => {
  expect(describeCounts({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
  expect(describeCounts({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
})
