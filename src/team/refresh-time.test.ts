import { describe, expect, it } from 'vitest'
import { defaultRefreshMinutes, refreshDelay, refreshMinutes } from './refresh-time'

const minutes = (attempt: Parameters<typeof refreshDelay>[0], random = 0.5) =>
  refreshDelay(attempt, random) / 60_000

describe('the minutes between refreshes', () => {
  it.each([
    [30, 120, 30],
    [30, undefined, 30],
    [undefined, 120, 120],
    [undefined, undefined, 60],
  ])('are, for the user’s own %s and the team’s %s: %i', (own, team, minutes) => {
    expect(refreshMinutes(own, team)).toBe(minutes)
  })
})

describe('the next refresh', () => {
  it('comes after the chosen time, a tenth more or less', () => {
    const attempt = { refresh: defaultRefreshMinutes, failures: 0 }
    expect([0, 0.5, 1].map(random => minutes(attempt, random))).toEqual([54, 60, 66])
  })

  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [4, 360],
    [5, 360],
    [5_000, 360],
  ])('after %i failures comes in %i minutes', (failures, expected) => {
    expect(minutes({ refresh: 60, failures })).toBe(expected)
  })

  it('comes no sooner after failures if the chosen time is long', () => {
    for (const failures of [0, 1, 9]) expect(minutes({ refresh: 10_080, failures })).toBe(10_080)
  })

  it.each([
    [0, 60],
    [3_600_000 * 2, 126],
    [3_600_000 * 24 * 365, 378],
    [Number.POSITIVE_INFINITY, 378],
  ])('comes, if the server asks for %i ms, in %i minutes', (retryAfter, expected) => {
    expect(minutes({ refresh: 60, failures: 1, retryAfter })).toBe(expected)
  })

  it('never comes before the server allows it', () => {
    const attempt = { refresh: 60, failures: 1, retryAfter: 3_600_000 }
    for (const random of [0, 0.3, 1]) expect(minutes(attempt, random)).toBeGreaterThanOrEqual(60)
  })
})
