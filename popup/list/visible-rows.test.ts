import { describe, expect, it } from 'vitest'
import { rowAt, scrollToRow, topsOf, visibleRows } from './visible-rows'

const even = (count: number) => topsOf(count, () => 50)
/** A heading of 28 pixels before every three rows of 40. */
const withHeadings = topsOf(12, row => (row % 4 === 0 ? 28 : 40))

describe('visibleRows', () => {
  it.each([
    ['at the top', 0, { first: 0, end: 12 }],
    ['in the middle of a row', 5_025, { first: 96, end: 113 }],
    ['at the bottom', 499_600, { first: 9_988, end: 10_000 }],
  ])('%s', (_, scrollTop, rows) => {
    expect(visibleRows(even(10_000), scrollTop, 400)).toEqual(rows)
  })

  it('stay within the list if it has become shorter', () => {
    expect(visibleRows(even(10), 900_000, 400)).toEqual({ first: 5, end: 10 })
  })

  it('are as many for fifty thousand roles as for a hundred', () => {
    expect(visibleRows(even(50_000), 0, 400)).toEqual(visibleRows(even(100), 0, 400))
  })

  it('are all rows if there are few', () => {
    expect(visibleRows(even(3), 0, 400)).toEqual({ first: 0, end: 3 })
    expect(visibleRows(even(0), 0, 400)).toEqual({ first: 0, end: 0 })
  })
})

describe('rowAt', () => {
  it('finds every row from its first to its last pixel', () => {
    for (let row = 0; row < 12; row++) {
      expect(rowAt(withHeadings, withHeadings[row] ?? 0)).toBe(row)
      expect(rowAt(withHeadings, (withHeadings[row + 1] ?? 0) - 1)).toBe(row)
    }
  })

  it('finds the last row below the list, and none in an empty one', () => {
    expect(rowAt(withHeadings, 9_999)).toBe(11)
    expect(rowAt(even(0), 0)).toBe(-1)
  })
})

describe('scrollToRow', () => {
  it.each([
    ['stays if the row is in view', 3, 0, 0],
    ['scrolls down just enough', 8, 0, 50],
    ['scrolls up to the row', 2, 500, 100],
  ])('%s', (_, row, scrollTop, expected) => {
    expect(scrollToRow(even(10_000), row, scrollTop, 400)).toBe(expected)
  })

  it('leaves room for a heading that stays at the top', () => {
    expect(scrollToRow(even(10_000), 2, 500, 400, 28)).toBe(72)
    expect(scrollToRow(even(10_000), 0, 500, 400, 28)).toBe(0)
  })
})
