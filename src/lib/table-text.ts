import { escapeMarkup } from './escape-markup'

/** The rows of a table, the first of which has the headings. */
export type TableRows = readonly (readonly string[])[]

/** Returns the table as CSV (RFC 4180). Spreadsheets read it as text: see `inert`. */
export function csvOf(rows: TableRows): string {
  return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** Returns the table as lines with tabs, which every program takes. Line breaks and tabs in a cell become blanks. */
export function tabbedOf(rows: TableRows): string {
  return rows.map(row => row.map(cell => inert(oneLine(cell))).join('\t')).join('\n')
}

/** Returns the table as HTML, for pasting into a document or a spreadsheet. */
export function markupOf(rows: TableRows): string {
  const [head = [], ...body] = rows
  const line = (row: readonly string[], tag: 'th' | 'td') =>
    `<tr>${row.map(cell => `<${tag}>${escapeMarkup(inert(oneLine(cell)))}</${tag}>`).join('')}</tr>`
  return `<table><thead>${line(head, 'th')}</thead><tbody>${body.map(row => line(row, 'td')).join('')}</tbody></table>`
}

/**
 * Returns a cell that no spreadsheet takes for a formula: an apostrophe goes before a sign that one begins with. Source: OWASP,
 * “CSV Injection”. Full-width signs count too: some spreadsheets read them like the others.
 */
export function inert(cell: string): string {
  return /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell
}

function csvCell(cell: string): string {
  const text = inert(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}
