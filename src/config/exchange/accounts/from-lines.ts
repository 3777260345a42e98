import { isAccountId } from '../../../aws/account-id'
import { withPlainEnds } from '../../../lib/text-lines'
import { type AccountsReading, idIn, isActive, isIdKey, nameIn, plainKey } from './found-account'
import { readRows } from './from-rows'

/**
 * Reads the accounts in a list of lines: the AWS CLI's text or table output, or a CSV file; undefined for anything else.
 * Source: AWS CLI user guide, “Setting the output format”, and its formatters.
 */
export function readLines(text: string): AccountsReading | undefined {
  const lines = withPlainEnds(text)
    .split('\n')
    .filter(line => line.trim() !== '')
  if (lines.length === 0 || lines.some(line => /^\s*\[/.test(line) || /^\s*\w+\s*=/.test(line)))
    return undefined
  if (/^\s*[-+|]{2}|^\s*[┌╔|]/.test(lines[0] ?? '')) return readTable(lines)
  return readSeparated(lines)
}

/** Reads a table with borders of `+`, `|` and `-`. A single account has its keys one below the other. */
function readTable(lines: readonly string[]): AccountsReading | undefined {
  if (!lines.every(line => /^\s*[-+|].*[-+|]\s*$/.test(line))) {
    return lines.some(line => /\d{12}/.test(line)) ? { kind: 'cut' } : undefined
  }
  const rows = lines
    .filter(line => line.includes('|') && /[^-+|\s:]/.test(line))
    .map(line =>
      line
        .trim()
        .replace(/^\|+|\|+$/g, '')
        .split('|')
        .map(cell => cell.trim()),
    )
  const open = rows.some(([first = '']) => plainKey(first) === 'nexttoken') ? 1 : 0
  const cells = rows.filter(([first = '']) => plainKey(first) !== 'nexttoken')
  if (!cells.some(row => row.some(isAccountId))) return { kind: 'nothing' }
  // A title, and the name of what is listed, are each alone on a line.
  const rest = cells.filter(row => row.length > 1)
  if (rest.length === 0) return { kind: 'unclear' }
  const upright = rest.every(row => row.length === 2) ? readUpright(rest) : undefined
  return withPages(upright ?? readRows(withoutRepeats(rest)), open)
}

function readUpright(rows: readonly (readonly string[])[]): AccountsReading | undefined {
  const isUpright = rows.some(([key = '', value = '']) => isIdKey(plainKey(key)) && isAccountId(value))
  if (!isUpright) return undefined
  const records: Map<string, string>[] = []
  for (const [key = '', value = ''] of rows) {
    const plain = plainKey(key)
    if (records.at(-1)?.has(plain) !== false) records.push(new Map())
    records.at(-1)?.set(plain, value)
  }
  const accounts = records.flatMap(record => {
    const id = idIn(record)
    return id === undefined ? [] : [{ id, name: nameIn(record), active: isActive(record) }]
  })
  if (accounts.some(({ name }) => name === undefined)) return { kind: 'unclear' }
  return { kind: 'found', accounts, pages: 1, open: 0 }
}

/** Removes the headings that each page of a table repeats. */
function withoutRepeats(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first] = rows
  const headings = first?.join('|')
  return rows.filter((row, index) => index === 0 || row.join('|') !== headings)
}

/** Reads lines of values with the same separator. */
function readSeparated(lines: readonly string[]): AccountsReading | undefined {
  const isToken = (line: string) => /^NEXTTOKEN\b/i.test(line)
  const rest = lines.filter(line => !isToken(line) && line.trim() !== 'None')
  const told = lines.some(isToken) ? 1 : 0
  if (!rest.some(line => /(?:^|\D)\d{12}(?:\D|$)/.test(line))) return undefined

  const separator = ['\t', ',', ';'].find(sign => rest.some(line => line.includes(sign)))
  if (separator === '\t') {
    const rows = rest.map(line => line.split('\t').map(cell => cell.trim()))
    // The text output puts anything that isn't a list, here the token, on a line of its own.
    const tokens = rows.filter(row => row.length === 1 && !isAccountId(row[0] ?? '')).length
    const wide = rows.filter(row => row.length > 1)
    if (!wide.some(row => row.some(isAccountId)) || tokens > wide.length) return undefined
    if (wide.every(([label]) => label === 'ROLELIST')) return { kind: 'permission-sets' }
    return withPages(readRows(wide), told + tokens)
  }
  if (separator !== undefined) {
    const rows = rest.map(line => splitCsv(line, separator))
    const isList =
      rows.every(row => row.length === rows[0]?.length) && rows.some(row => row.some(isAccountId))
    return isList ? readRows(rows.map(row => row.map(cell => cell.trim()))) : undefined
  }
  return readSpaced(rest)
}

/** Reads `111122223333 Shop` or `Shop (111122223333)`, as in a text that lost its tabs. */
function readSpaced(lines: readonly string[]): AccountsReading | undefined {
  if (lines.length < 2) return undefined
  const rows = lines.map(line => {
    const columns = line.trim().split(/\s{2,}/)
    if (columns.length > 1) return columns
    const [, id, name] = /^(\d{12})[\s:]+(\S.*)$/.exec(line.trim()) ?? []
    if (id !== undefined && name !== undefined) return [id, name]
    const [, before, behind] = /^(\S.*?)[\s:]+\(?(\d{12})\)?$/.exec(line.trim()) ?? []
    return before !== undefined && behind !== undefined ? [behind, before] : [line.trim()]
  })
  const isHeaded = rows[0]?.some(cell => isIdKey(plainKey(cell))) === true
  if (!rows.slice(isHeaded ? 1 : 0).every(row => row.some(isAccountId))) return undefined
  // Between single spaces, an address or a state could be part of the name.
  if (rows.some(row => row.some(cell => /\s\S+@\S+|\s(?:ACTIVE|SUSPENDED|CLOSED)$/.test(cell))))
    return { kind: 'unclear' }
  return readRows(rows)
}

/** Splits a line of a CSV file and decodes its quotes. Source: RFC 4180. */
function splitCsv(line: string, separator: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (quoted && character === '"' && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (character === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
      if (quoted) cell = ''
    } else if (character === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}

function withPages(reading: AccountsReading, open: number): AccountsReading {
  return reading.kind === 'found' && open > 0 ? { ...reading, pages: open, open } : reading
}
