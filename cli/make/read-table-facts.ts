import { isAccountId } from '../../src/aws/account-id'
import {
  idIn,
  isActive,
  isIdKey,
  isNameKey,
  nameIn,
  plainKey,
} from '../../src/config/exchange/accounts/found-account'
import type { FactCollector } from './facts'

const unitKeys = ['unit', 'ou', 'organizationalunit', 'oupath', 'unitpath']
const roleKeys = ['role', 'roles', 'rolename', 'rolenames']
const setKeys = ['permissionset', 'permissionsets', 'ssorolename']

/**
 * Adds the facts in a table with a header: CSV with commas, semicolons or tabs. Columns are found by their headings, in any
 * order and case: an account's id, name, state and unit (with `/` between nested units), roles and permission sets (separated
 * by spaces). All other columns count as tags. Returns whether the text is such a table. Source: RFC 4180.
 */
export function readTableFacts(text: string, facts: FactCollector): boolean {
  const separator = separatorOf(text)
  if (separator === undefined) return false
  const [headings = [], ...rows] = rowsOf(text, separator)
  const keys = headings.map(plainKey)
  if (!keys.some(isIdKey) || !rows.some(row => row.some(isAccountId))) return false
  for (const row of rows) readRow(headings, row, facts)
  return true
}

function readRow(headings: readonly string[], row: readonly string[], facts: FactCollector): void {
  const cells = headings.map((heading, index) => [heading.trim(), row[index]?.trim() ?? ''] as const)
  const filled = cells.filter(([, cell]) => cell !== '')
  const record = new Map(filled.map(([heading, cell]) => [plainKey(heading), cell]))
  const id = idIn(record)
  if (id === undefined || !isAccountId(id)) return
  const name = nameIn(record)
  const path = oneOf(record, unitKeys)
    ?.split('/')
    .map(part => part.trim())
    .filter(part => part !== '')
  const roleNames = wordsIn(oneOf(record, roleKeys))
  facts.account(id, {
    ...(name !== undefined && { name }),
    ...([...record.keys()].some(key => /^(?:account)?(?:state|status)$/.test(key)) && {
      isActive: isActive(record),
    }),
    ...(path && path.length > 0 && { path }),
    ...(roleNames.length > 0 && { roleNames }),
    tags: new Map(filled.filter(([heading]) => isTag(plainKey(heading)))),
  })
  for (const permissionSet of wordsIn(oneOf(record, setKeys)))
    facts.assignment({ account: id, permissionSet })
}

function isTag(key: string): boolean {
  return !isIdKey(key) && !isNameKey(key) && ![...unitKeys, ...roleKeys, ...setKeys].includes(key)
}

function oneOf(record: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  return keys.map(key => record.get(key)).find(value => value !== undefined)
}

function wordsIn(cell = ''): readonly string[] {
  return cell.split(/[\s;|]+/).filter(word => word !== '')
}

function separatorOf(text: string): string | undefined {
  const header = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  return ['\t', ';', ','].find(sign => header.includes(sign))
}

/** Splits a table into cells. A cell in quotes may have separators, line breaks and doubled quotes. */
function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some(one => one.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (sign === separator) endCell()
    else if (sign === '\n' || sign === '\r') endRow()
    else cell += sign
  }
  endRow()
  return rows
}
