import { isAccountId } from '../aws/account-id'
import { asOneLine, oneLine } from '../lib/one-line'
import { isPermissionSet, maxFoundNameLength } from './found-limits'
import { type InstanceId, instanceId, type ListWay, type RolesWay } from './portal-question'

/** An account of a page of accounts. */
interface ListedAccount {
  readonly id: string
  /** Empty if the portal names none. */
  readonly name: string
  readonly instance?: InstanceId
}

/** One page of accounts. */
export interface ListPage {
  readonly accounts: readonly ListedAccount[]
  /** How many entries aren't AWS accounts. */
  readonly applications: number
  /** How many entries are AWS accounts without an id of 12 digits. */
  readonly withoutId: number
  readonly end: PageEnd
}

/** One page of an account's permission sets. */
export interface RolesPage {
  readonly roles: readonly string[]
  /** How many entries have no name that a permission set can have. */
  readonly unusable: number
  readonly end: PageEnd
}

/** Whether a page is the last one. `unclear`: it says so in no known way, or it is too long. */
type PageEnd = { readonly cursor: string } | 'last' | 'unclear'

/** The most entries that are read of one page. The documented requests give 100. */
const maxEntries = 2_000
/** The longest token of a further page, in characters. */
const maxCursorLength = 8_192

/** Returns a page of accounts from an answer's JSON. Undefined if it isn't one. */
export function readListPage(json: unknown, by: ListWay): ListPage | undefined {
  const entries = entriesOf(json, by === 'assignment' ? 'accountList' : 'result')
  if (!entries) return undefined
  const accounts: ListedAccount[] = []
  let applications = 0
  let withoutId = 0
  for (const entry of entries.slice(0, maxEntries)) {
    const account = by === 'assignment' ? documentedAccount(entry) : accountOfInstance(entry)
    if (account === 'application') applications++
    else if (account === 'without-id') withoutId++
    else accounts.push(account)
  }
  return { accounts, applications, withoutId, end: endOf(json, entries) }
}

/** Returns a page of permission sets from an answer's JSON. Undefined if it isn't one. */
export function readRolesPage(json: unknown, by: RolesWay): RolesPage | undefined {
  const isDocumented = by === 'assignment'
  const entries = entriesOf(json, isDocumented ? 'roleList' : 'result')
  if (!entries) return undefined
  const names = entries.slice(0, maxEntries).map(entry => field(entry, isDocumented ? 'roleName' : 'name'))
  const roles = names.filter(name => typeof name === 'string' && isPermissionSet(name)) as readonly string[]
  return {
    roles: [...new Set(roles)],
    unusable: names.length - roles.length,
    end: endOf(json, entries),
  }
}

/** Returns an account's name as it is kept: one line, within the limit. */
export function accountName(text: unknown): string {
  if (typeof text !== 'string') return ''
  // The second time for a pair of surrogates that the limit has cut.
  return asOneLine(asOneLine(text).slice(0, maxFoundNameLength))
}

/** The form in which the portal writes an account where it has no other: `111122223333 (Shop production)`. */
const idAndName = /^(\d{12})(?:\s*\((.*)\))?$/s

function accountOfInstance(entry: unknown): ListedAccount | 'application' | 'without-id' {
  const metadata = field(entry, 'searchMetadata')
  const [, idInName, nameInName] = idAndName.exec(accountName(field(entry, 'name'))) ?? []
  const isAccount =
    field(entry, 'applicationName') === 'AWS Account' || field(metadata, 'AccountId') !== undefined
  if (!isAccount) return 'application'
  const id = field(metadata, 'AccountId') ?? idInName
  if (typeof id !== 'string' || !isAccountId(id)) return 'without-id'
  const instance = instanceId(field(entry, 'id'))
  const name = accountName(field(metadata, 'AccountName')) || accountName(nameInName)
  return { id, name, ...(instance !== undefined && { instance }) }
}

function documentedAccount(entry: unknown): ListedAccount | 'without-id' {
  const id = field(entry, 'accountId')
  if (typeof id !== 'string' || !isAccountId(id)) return 'without-id'
  return { id, name: accountName(field(entry, 'accountName')) }
}

function entriesOf(json: unknown, key: string): readonly unknown[] | undefined {
  const entries = field(json, key)
  return Array.isArray(entries) ? entries : undefined
}

/** Returns where a page goes on. The end is a missing token, null, an empty text or the text `null`. */
function endOf(json: unknown, entries: readonly unknown[]): PageEnd {
  if (entries.length > maxEntries) return 'unclear'
  const tokens = ['paginationToken', 'nextToken', 'next_token']
    .map(name => field(json, name))
    .filter(token => token !== undefined && token !== null && token !== '' && token !== 'null')
  const [token] = tokens
  if (token === undefined) return 'last'
  // Half a surrogate pair can't be encoded.
  const cursor = typeof token === 'string' ? oneLine(token, maxCursorLength) : undefined
  return cursor === undefined ? 'unclear' : { cursor }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
