import { isAccountId } from '../../../aws/account-id'
import {
  type AccountsReading,
  type FoundAccount,
  isActiveState,
  isIdKey,
  isNameKey,
  isState,
  plainKey,
} from './found-account'

type Rows = readonly (readonly string[])[]

const notNames: readonly ((cell: string) => boolean)[] = [
  cell => /^arn:/.test(cell),
  cell => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell),
  cell => /^\d{4}-\d\d-\d\d[T ]/.test(cell) || /^\d{9,}(?:\.\d+)?$/.test(cell),
  cell => /^(?:INVITED|CREATED)$/i.test(cell),
  // The AWS CLI's text output starts each line with its kind.
  cell => /^(?:ACCOUNTS?|ACCOUNTLIST|DELEGATEDADMINISTRATORS)$/.test(cell),
  cell => cell === 'None' || cell === '',
]

/**
 * Reads the accounts in the rows of a table, whose first row may name the columns. Without such a row, exactly one column
 * must contain ids, and exactly one must contain what can only be names.
 */
export function readRows(rows: Rows): AccountsReading {
  const [first = []] = rows
  const headings = first.map(plainKey)
  if (!first.some(isAccountId) && headings.some(isIdKey)) return readUnder(headings, rows.slice(1))

  const width = Math.max(0, ...rows.map(row => row.length))
  const columns = Array.from({ length: width }, (_, index) => rows.map(row => row[index]?.trim() ?? ''))
  const withIds = columns.flatMap((cells, index) => (cells.some(isAccountId) ? [index] : []))
  if (withIds.length === 0) return { kind: 'nothing' }
  const others = columns.flatMap((cells, index) => (withIds.includes(index) ? [] : [{ cells, index }]))
  const states = others.filter(({ cells }) => cells.every(isState))
  const names = others.filter(
    ({ cells }) => !cells.every(isState) && !notNames.some(isOther => cells.every(isOther)),
  )
  const [ids, ...moreIds] = withIds
  const [name, ...moreNames] = names
  const isEven = rows.every(row => row.length === width)
  if (ids === undefined || !name || moreIds.length > 0 || moreNames.length > 0 || !isEven)
    return { kind: 'unclear' }
  return found(rows, ids, name.index, states[0]?.index)
}

function readUnder(headings: readonly string[], rows: Rows): AccountsReading {
  const id = headings.findLastIndex(isIdKey)
  const ids = headings.flatMap((heading, index) => (isIdKey(heading) ? [index] : []))
  const names = headings.flatMap((heading, index) => (isNameKey(heading) ? [index] : []))
  const state = headings.findIndex(heading => heading.endsWith('state') || heading.endsWith('status'))
  if (!rows.some(row => isAccountId(row[id]?.trim() ?? ''))) return { kind: 'nothing' }
  const [name] = names
  const isPermissionSets = headings.some(heading => ['rolename', 'permissionset'].includes(heading))
  if (name === undefined) return { kind: isPermissionSets ? 'permission-sets' : 'unclear' }
  if (ids.length > 1 || names.length > 1) return { kind: 'unclear' }
  return found(rows, id, name, state === -1 ? undefined : state)
}

function found(rows: Rows, id: number, name: number, state: number | undefined): AccountsReading {
  const accounts = rows.map((row): FoundAccount => {
    const word = state === undefined ? '' : (row[state]?.trim() ?? '')
    const written = row[name]?.trim() ?? ''
    return {
      id: row[id]?.trim() ?? '',
      name: written === '' || written === 'None' ? undefined : written,
      active: word === '' || isActiveState(word),
    }
  })
  return { kind: 'found', accounts, pages: 1, open: 0 }
}
