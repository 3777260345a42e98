import { describe, expect, it } from 'vitest'
import { scrollToRow, visibleRows } from './visible-rows'

describe('visibleRows', () => {
  it.each([
    ['at the top', 0, { first: 0, end: 12 }],
    ['in the middle of a row', 5_025, { first: 96, end: 113 }],
    ['at the bottom', 499_600, { first: 9_988, end: 10_000 }],
    ['beyond the bottom', 900_000, { first: 10_000, end: 10_000 }],
  ])('%s', (_, scrollTop, rows) => {
    expect(visibleRows(10_000, 50, scrollTop, 400)).toEqual(rows)
  })

  it('are as many for fifty thousand roles as for a hundred', () => {
    expect(visibleRows(50_000, 50, 0, 400)).toEqual(visibleRows(100, 50, 0, 400))
  })

  it('are all rows if there are few', () => {
    expect(visibleRows(3, 50, 0, 400)).toEqual({ first: 0, end: 3 })
    expect(visibleRows(0, 50, 0, 400)).toEqual({ first: 0, end: 0 })
  })
})

describe('scrollToRow', () => {
  it.each([
    ['stays if the row is in view', 3, 0, 0],
    ['scrolls down just enough', 8, 0, 50],
    ['scrolls up to the row', 2, 500, 100],
  ])('%s', (_, row, scrollTop, expected) => {
    expect(scrollToRow(row, 50, scrollTop, 400)).toBe(expected)
  })
})
