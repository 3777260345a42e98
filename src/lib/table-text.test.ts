import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, inert, markupOf, tabbedOf } from './table-text'

/** Reads CSV as RFC 4180 defines it. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      if (text[at] === '"') {
        let cell = ''
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          if (text[at] === '"') at++
          cell += text[at]
        }
        at++
        row.push(cell)
      } else {
        const end = at + text.slice(at).search(/,|\r\n/)
        row.push(text.slice(at, end))
        at = end
      }
      if (text[at] === ',') at++
      else break
    }
    expect(text.slice(at, at + 2)).toBe('\r\n')
    at += 2
    rows.push(row)
  }
  return rows
}

const signs = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ' ', '＝', 'a', '1', '月')
const cells = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'binary' }))
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain(width => fc.array(fc.array(cells, { minLength: width, maxLength: width })))

const beginsFormula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/

describe('a table as CSV', () => {
  it('is read as the same cells, apart from the apostrophes', () => {
    fc.assert(
      fc.property(tables, rows => {
        expect(readCsv(csvOf(rows))).toEqual(rows.map(row => row.map(inert)))
      }),
    )
  })

  it('has no cell that begins a formula, quoted or not', () => {
    fc.assert(
      fc.property(tables, rows => {
        for (const row of readCsv(csvOf(rows)))
          for (const cell of row) expect(cell).not.toMatch(beginsFormula)
      }),
    )
  })

  it('leaves everything else as it is', () => {
    expect(csvOf([['shop-production', '1111-2222-3333', 'Fix “x”, then y', 'say "hi"']])).toBe(
      'shop-production,1111-2222-3333,"Fix “x”, then y","say ""hi"""\r\n',
    )
    expect(csvOf([['=HYPERLINK("https://example.com")', '+1', ' -1']])).toBe(
      `"'=HYPERLINK(""https://example.com"")",'+1,' -1\r\n`,
    )
  })
})

describe('a table to paste', () => {
  it('has as many cells and lines as the table, and none begins a formula', () => {
    fc.assert(
      fc.property(tables, rows => {
        const text = tabbedOf(rows)
        const read = rows.length === 0 ? [] : text.split('\n').map(line => line.split('\t'))
        expect(read.map(row => row.length)).toEqual(rows.map(row => row.length))
        for (const row of read) for (const cell of row) expect(cell).not.toMatch(beginsFormula)
      }),
    )
  })

  it('is inert as HTML', () => {
    expect(markupOf([['Reason'], ['<img src=x onerror=alert(1)>'], ['=1']])).toBe(
      '<table><thead><tr><th>Reason</th></tr></thead><tbody><tr><td>&lt;img src=x onerror=alert(1)&gt;</td></tr><tr><td>&#39;=1</td></tr></tbody></table>',
    )
  })
})
