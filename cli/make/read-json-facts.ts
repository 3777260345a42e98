import { isAccountId } from '../../src/aws/account-id'
import { idIn, isActive, isIdKey, nameIn, plainKey } from '../../src/config/exchange/accounts/found-account'
import type { AccountFacts, FactCollector } from './facts'

type Json = Readonly<Record<string, unknown>>

/** What the objects around a value say that counts for it too. */
interface Around {
  /** `ParentId`, `PermissionSetArn` and `AccountId`, which a `--query` can add to a list that lacks them. */
  readonly parent?: string
  readonly permissionSet?: string
  readonly account?: string
}

const unitId = /^(?:ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$/
const setArn = /:permissionSet\//

/**
 * Adds the facts in a value: the AWS CLI's output for AWS Organizations, Identity Center and the tagging API, or Terraform's
 * for the same things, whose keys differ only in case and underscores. Sources: botocore 1.43.11, `organizations`,
 * `sso-admin`, `sso` and `resourcegroupstaggingapi` (`service-2.json`); Terraform's AWS provider, `aws_organizations_…` and
 * `aws_ssoadmin_…`.
 */
export function readJsonFacts(value: unknown, facts: FactCollector): void {
  read(value, {}, undefined, facts)
}

function read(value: unknown, around: Around, key: string | undefined, facts: FactCollector): void {
  if (Array.isArray(value)) {
    for (const entry of value) read(entry, around, undefined, facts)
    return
  }
  if (!isObject(value)) return
  // Besides an output's value, Terraform gives its type.
  if ('sensitive' in value && 'value' in value) {
    read(value.value, around, key, facts)
    return
  }
  const record = scalarsOf(value)
  const here: Around = { ...around, ...aroundOf(record) }
  if (readTagging(value, record, facts)) return
  if (readPermissionSet(record, facts)) return
  if (readAssignment(record, here, facts)) return
  if (readProvisioned(value, here, facts)) return
  if (readPairs(value, facts)) return
  const isRead = readUnit(value, record, here, facts) || readAccount(value, record, here, key, facts)
  const id = idIn(record)
  const inside = isRead && id !== undefined && unitId.test(id) ? { ...here, parent: id } : here
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object') read(inner, inside, name, facts)
  }
}

function aroundOf(record: ReadonlyMap<string, string>): Around {
  const [parent, permissionSet, account] = ['parentid', 'permissionsetarn', 'accountid'].map(key =>
    record.get(key),
  )
  return {
    ...(parent !== undefined && { parent }),
    ...(permissionSet !== undefined && { permissionSet }),
    ...(account !== undefined && isAccountId(account) && { account }),
  }
}

/** Reads `get-resources`, and `list-tags-for-resource` with a `ResourceId` that a `--query` adds. */
function readTagging(value: Json, record: ReadonlyMap<string, string>, facts: FactCollector): boolean {
  const resource = record.get('resourcearn') ?? record.get('resourceid')
  if (resource === undefined) return false
  const tags = tagsOf(value)
  const id = resource.split('/').at(-1) ?? ''
  if (isAccountId(id)) facts.account(id, { tags })
  else if (unitId.test(id)) facts.unit(id, { tags })
  return true
}

/** Reads `describe-permission-set`, or Terraform's `aws_ssoadmin_permission_set`. */
function readPermissionSet(record: ReadonlyMap<string, string>, facts: FactCollector): boolean {
  const arn = record.get('permissionsetarn') ?? record.get('arn')
  const name = record.get('name')
  if (arn === undefined || !setArn.test(arn) || name === undefined) return false
  const seconds = secondsOf(record.get('sessionduration') ?? '')
  facts.permissionSet(arn, { name, ...(seconds !== undefined && { seconds }) })
  return true
}

/** Reads `list-account-assignments`, the portal's `list-account-roles`, or Terraform's `aws_ssoadmin_account_assignment`. */
function readAssignment(record: ReadonlyMap<string, string>, around: Around, facts: FactCollector): boolean {
  const account = record.get('targetid') ?? around.account
  const permissionSet = record.get('permissionsetarn') ?? record.get('rolename')
  if (account === undefined || permissionSet === undefined || !isAccountId(account)) return false
  // An object with the list of accounts or of permission sets, instead of one.
  if (!record.has('targetid') && !record.has('accountid')) return false
  const principal = record.get('principalid')
  facts.assignment({ account, permissionSet, ...(principal !== undefined && { principal }) })
  return true
}

/** Reads `list-accounts-for-provisioned-permission-set` and `list-permission-sets-provisioned-to-account`. */
function readProvisioned(value: Json, around: Around, facts: FactCollector): boolean {
  const lists = new Map(Object.entries(value).map(([key, inner]) => [plainKey(key), inner]))
  const [accounts, sets] = [lists.get('accountids'), lists.get('permissionsets')]
  if (Array.isArray(accounts) && around.permissionSet !== undefined) {
    const { permissionSet } = around
    for (const account of accounts) facts.assignment({ account: String(account), permissionSet })
    return true
  }
  if (Array.isArray(sets) && sets.every(set => typeof set === 'string') && around.account !== undefined) {
    for (const permissionSet of sets) facts.assignment({ account: around.account, permissionSet })
    return true
  }
  return false
}

/** Reads `{"shop": "111122223333"}`, as Terraform's outputs often are. */
function readPairs(value: Json, facts: FactCollector): boolean {
  const pairs = Object.entries(value)
  const isMap = pairs.length > 0 && pairs.every(([key, id]) => isAccountId(String(id)) && !isAccountId(key))
  if (!isMap || pairs.some(([key]) => isIdKey(plainKey(key)))) return false
  for (const [name, id] of pairs) facts.account(String(id), { name })
  return true
}

function readUnit(
  value: Json,
  record: ReadonlyMap<string, string>,
  around: Around,
  facts: FactCollector,
): boolean {
  const id = record.get('id')
  if (id === undefined || !unitId.test(id)) return false
  const name = record.get('name')
  const parent = record.get('parentid') ?? parentInPath(record.get('path'), id) ?? around.parent
  facts.unit(id, {
    ...(name !== undefined && { name }),
    ...(parent !== undefined && parent !== id && { parent }),
    tags: tagsOf(value),
  })
  return true
}

function readAccount(
  value: Json,
  record: ReadonlyMap<string, string>,
  around: Around,
  key: string | undefined,
  facts: FactCollector,
): boolean {
  const id = idIn(record)
  if (id === undefined || !isAccountId(id)) return false
  const name = nameIn(record) ?? nameOfKey(key)
  const hasState = ['state', 'status', 'accountstate', 'accountstatus'].some(state => record.has(state))
  const parent = parentInPath(firstPath(value), id) ?? around.parent
  const account: Partial<AccountFacts> = {
    ...(name !== undefined && { name }),
    // The accounts of other things have other keys.
    ...(record.has('id') && !record.has('type') && { isListed: true }),
    ...(hasState && { isActive: isActive(record) }),
    ...(parent !== undefined && { parent }),
    tags: tagsOf(value),
  }
  facts.account(id, account)
  facts.management ??= managementIn(record.get('arn') ?? '')
  return true
}

/**
 * Returns the management account's id, which is in the ARN of each account. Source: Service Authorization Reference, AWS
 * Organizations, resource types.
 */
function managementIn(arn: string): string | undefined {
  return /^arn:[\w-]+:organizations::(\d{12}):account\//.exec(arn)?.[1]
}

/** Returns the key in a map of accounts, as in Terraform's `for_each`, as the account's name. */
function nameOfKey(key: string | undefined): string | undefined {
  return key === undefined || ['account', 'value'].includes(plainKey(key)) ? undefined : key
}

function firstPath(value: Json): string | undefined {
  const paths = Object.entries(value).find(([key]) => plainKey(key) === 'paths')?.[1]
  return Array.isArray(paths) && typeof paths[0] === 'string' ? paths[0] : undefined
}

/** Returns the id before the last one in `o-a1b2c3d4e5/r-abcd/ou-abcd-11111111/111122223333/`. */
function parentInPath(path: string | undefined, id: string): string | undefined {
  const ids = path?.split('/').filter(Boolean) ?? []
  const parent = ids.at(-1) === id ? ids.at(-2) : undefined
  return parent !== undefined && unitId.test(parent) ? parent : undefined
}

/** Reads AWS's list of tags, or Terraform's map. */
function tagsOf(value: Json): ReadonlyMap<string, string> {
  const tags = Object.entries(value).find(([key]) => plainKey(key) === 'tags')?.[1]
  if (Array.isArray(tags)) {
    return new Map(
      tags
        .filter(isObject)
        .flatMap(({ Key, Value }) => (typeof Key === 'string' ? [[Key, String(Value)]] : [])),
    )
  }
  if (!isObject(tags)) return new Map()
  return new Map(Object.entries(tags).flatMap(([key, tag]) => (typeof tag === 'string' ? [[key, tag]] : [])))
}

/** Returns the seconds of a duration such as `PT12H`; undefined for anything else. Source: ISO 8601. */
function secondsOf(duration: string): number | undefined {
  const [whole, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? []
  return whole === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

function scalarsOf(object: Json): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(object).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[plainKey(key), String(value)] as const] : [],
    ),
  )
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
