import { isAccountId } from '../../../aws/account-id'
import {
  type AccountsReading,
  type FoundAccount,
  idIn,
  isActive,
  isIdKey,
  nameIn,
  plainKey,
} from './found-account'
import { readRows } from './from-rows'
import type { JsonTexts } from './json-texts'

type Json = Readonly<Record<string, unknown>>

/**
 * Reads the accounts in the output of `aws organizations list-accounts`, `describe-account`, `aws sso list-accounts`, a
 * `--query` of them, `terraform output -json` or `jq`. Sources: AWS CLI command reference; Terraform's
 * `aws_organizations_organization`.
 */
export function readJson(texts: JsonTexts): AccountsReading {
  if (texts.kind !== 'values') return { kind: texts.kind }
  const lists = texts.values.map(value => {
    const accounts: FoundAccount[] = []
    const rows: string[][] = []
    collect(value, undefined, accounts, rows)
    return { accounts, rows, open: hasNextPage(value) }
  })
  const rows = lists.flatMap(list => list.rows)
  const accounts = lists.flatMap(list => list.accounts)
  if (rows.length > 0 && accounts.length === 0) return readRows(rows)
  if (!accounts.some(({ id }) => isAccountId(id))) {
    return { kind: texts.values.some(isPermissionSets) ? 'permission-sets' : 'nothing' }
  }
  if (accounts.every(({ name }) => name === undefined)) {
    return { kind: texts.values.some(isPermissionSets) ? 'permission-sets' : 'unclear' }
  }
  // In JSON lines, each line is an account, not a page.
  const pages = lists.filter(list => list.accounts.length > 0 || list.open)
  return { kind: 'found', accounts, pages: pages.length, open: pages.filter(({ open }) => open).length }
}

/** Collects accounts, and rows of plain values, from anything that contains them. `key` is the value's key. */
function collect(value: unknown, key: string | undefined, accounts: FoundAccount[], rows: string[][]): void {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isScalar)) rows.push(value.map(String))
    else for (const entry of value) collect(entry, undefined, accounts, rows)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const object = value as Json
  // Besides an output's value, Terraform gives its type.
  if ('sensitive' in object && 'value' in object) {
    collect(object.value, key, accounts, rows)
    return
  }
  const record = scalarsOf(object)
  const id = idIn(record)
  const named = nameIn(record)
  if (id !== undefined && (isAccountId(id) || named !== undefined) && !isPermissionSet(object)) {
    const name = named ?? nameOfKey(key) ?? onlyId(record)
    accounts.push({ id, name, active: isActive(record) })
    return
  }
  if (collectPairs(object, accounts)) return
  for (const [under, inner] of Object.entries(object)) collect(inner, under, accounts, rows)
}

/**
 * Returns the id of an account that AWS Organizations has no name for yet: it only has an id. The accounts of other things
 * have other keys.
 */
function onlyId(record: ReadonlyMap<string, string>): string | undefined {
  return record.has('id') && !record.has('type') ? record.get('id') : undefined
}

/** Returns the key in a map of accounts, as in Terraform's `for_each`, as the account's name. */
function nameOfKey(key: string | undefined): string | undefined {
  return key === undefined || ['account', 'value'].includes(plainKey(key)) ? undefined : key
}

/** Collects `{"shop": "111122223333"}`, or the reverse. */
function collectPairs(object: Json, accounts: FoundAccount[]): boolean {
  const pairs = Object.entries(object)
  if (pairs.length === 0) return false
  const byName = pairs.every(
    ([key, value]) => isAccountId(String(value)) && !isIdKey(plainKey(key)) && !isAccountId(key),
  )
  const byId = pairs.every(
    ([key, value]) => isAccountId(key) && typeof value === 'string' && !isAccountId(value),
  )
  if (!byName && !byId) return false
  for (const [key, value] of pairs) {
    accounts.push(
      byName
        ? { id: String(value), name: key, active: true }
        : { id: key, name: String(value), active: true },
    )
  }
  return true
}

function scalarsOf(object: Json): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(object).flatMap(([key, value]) =>
      isScalar(value) && value !== null ? [[plainKey(key), String(value)] as const] : [],
    ),
  )
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** Whether a value says that there is more, in `NextToken`, which some services start with a lowercase letter. */
function hasNextPage(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasNextPage)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([key, token]) => plainKey(key) === 'nexttoken' && typeof token === 'string' && token !== '',
  )
}

function isPermissionSets(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isPermissionSets)
  if (typeof value !== 'object' || value === null) return false
  return isPermissionSet(value as Json) || Object.keys(value).some(key => plainKey(key) === 'rolelist')
}

function isPermissionSet(object: Json): boolean {
  return Object.keys(object).some(key => plainKey(key) === 'rolename')
}
