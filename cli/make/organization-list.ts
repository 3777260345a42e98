import { isAccountId } from '../../src/aws/account-id'
import { purposeColors, purposeOf } from '../../src/config/exchange/purpose-by-name'
import { keys } from '../../src/config/parse/keys'
import { writeHeader } from '../../src/config/parse/section-header'
import { encode } from '../../src/config/parse/value'
import { asOneLine } from '../../src/lib/one-line'
import { namesOf } from '../../src/portal/plan/names'
import type { AccountFacts, Facts } from './facts'
import { unitPath } from './unit-path'

export interface MakeOptions {
  /** The role to switch to in each account; several give several profiles. */
  readonly roleNames: readonly string[]
  /** A role that the management account doesn't have. */
  readonly memberRole?: string | undefined
  /** The base account and its profile's name. */
  readonly base: { readonly name: string; readonly account: string } | undefined
  /** Where permission sets are opened. */
  readonly portal: { readonly session: string; readonly url: string; readonly region: string } | undefined
  /** Only the permission sets assigned to one of these users or groups; empty for all. */
  readonly principals: readonly string[]
  /** Ids of accounts to leave out. */
  readonly excluded: readonly string[]
  /** A text with `{account}`, `{role}` and `{id}`; undefined for the usual one. */
  readonly template: string | undefined
  readonly grouping: Grouping
  readonly colors: 'by-name' | 'none'
  /** Tags by the list's keys that they fill. */
  readonly tags: ReadonlyMap<string, string>
}

/** Which unit becomes an account's group: its own, the one below the root, all of them, or none. */
export const groupings = ['unit', 'top', 'path', 'none'] as const

type Grouping = (typeof groupings)[number]

/** A section of the list to be. */
export interface MadeSection {
  readonly header: string
  readonly pairs: readonly (readonly [key: string, value: string])[]
  /** The unit below the root that its account is in; undefined for none, and for settings. */
  readonly topUnit?: string
}

export interface MadeList {
  /** The base account and the portal, for all of the list. */
  readonly settings: readonly MadeSection[]
  /** Sorted by group, name and role, so that a change of one account is a change in one place. */
  readonly profiles: readonly MadeSection[]
  /** The names of accounts that may not be used. */
  readonly inactive: readonly string[]
  /** The name of the management account, if it is left out because it doesn't have the role. */
  readonly management: string | undefined
  /** The ids of accounts that have an assignment or a tag, but of which the files don't say more. */
  readonly unnamed: readonly string[]
  /** The ARNs of permission sets whose names the files don't say. */
  readonly unnamedSets: readonly string[]
  /** The names of groups that are several units. */
  readonly sharedUnits: readonly string[]
}

interface Wanted {
  readonly account: AccountFacts
  readonly roleName: string
  readonly isPortal: boolean
  readonly seconds?: number
}

/** Makes the sections of a list from the facts, whatever their order. Values are as the facts have them, not checked. */
export function organizationList(facts: Facts, options: MakeOptions): MadeList {
  const { base, portal, template } = options
  const accounts = [...facts.accounts.values()]
    .map(account => (account.isListed ? { ...account, name: account.name ?? account.id } : account))
    .sort((one, other) => compare(one.id, other.id))
  const known = accounts.filter(({ name }) => name !== undefined)
  const usable = known.filter(
    ({ id, isActive }) => isActive !== false && !options.excluded.includes(id) && isAccountId(id),
  )
  const { wanted, unnamedSets } = rolesIn(usable, facts, options)
  const isOnePerAccount = new Set(wanted.map(({ account }) => account.id)).size === wanted.length
  const style = {
    template: template ?? (isOnePerAccount ? '{account}' : '{account}-{role}'),
    isLowerCase: false,
  }
  const found = new Map(usable.map(({ id, name = id }) => [id, { id, name, roles: [] }]))
  const taken = new Set(base ? [base.name.toLowerCase()] : [])
  const names = namesOf(
    wanted.map(({ account, roleName }) => ({ account: foundOf(found, account), roleName })),
    [...found.values()],
    style,
    taken,
  )
  const paths = wanted.map(({ account }) => unitPath(account, facts))
  const profiles = wanted.map((one, index) => {
    const name = names[index] ?? one.account.id
    const path = paths[index] ?? []
    const group = groupOf(path, options.grouping)
    const pairs = pairsOf(one, group, options)
    return {
      header: writeHeader(name, false),
      pairs,
      ...(path[0] !== undefined && { topUnit: path[0] }),
      order: [pairs.find(([key]) => key === 'group')?.[1] ?? '', name, one.account.id, one.roleName],
    }
  })
  profiles.sort((one, other) => compareAll(one.order, other.order))
  return {
    settings: [
      ...(base && wanted.some(({ isPortal }) => !isPortal)
        ? [{ header: writeHeader(base.name, false), pairs: [['aws_account_id', base.account]] as const }]
        : []),
      ...(portal && wanted.some(({ isPortal }) => isPortal) ? [sessionOf(portal)] : []),
    ],
    profiles: profiles.map(({ order: _, ...section }) => section),
    management: withoutMemberRole(usable, wanted, facts, options),
    inactive: known.filter(({ isActive }) => isActive === false).map(({ id, name }) => name ?? id),
    unnamed: accounts.filter(({ name }) => name === undefined).map(({ id }) => id),
    unnamedSets,
    sharedUnits: options.grouping === 'unit' ? sharedNames(paths) : [],
  }
}

/** Returns the names that units in different places share. */
function sharedNames(paths: readonly (readonly string[])[]): readonly string[] {
  const places = new Map<string, Set<string>>()
  for (const path of paths) {
    const name = path.at(-1)
    if (name !== undefined) places.set(name, (places.get(name) ?? new Set()).add(path.join('\n')))
  }
  return [...places].flatMap(([name, { size }]) => (size > 1 ? [name] : [])).sort(compare)
}

/** Returns the management account's name if it has no profile, since it lacks the role that all other accounts have. */
function withoutMemberRole(
  accounts: readonly AccountFacts[],
  wanted: readonly Wanted[],
  { management }: Facts,
  { memberRole, base }: MakeOptions,
): string | undefined {
  if (memberRole === undefined || management === base?.account) return undefined
  if (wanted.some(({ account }) => account.id === management)) return undefined
  const account = accounts.find(({ id }) => id === management)
  return account && (account.name ?? account.id)
}

function foundOf<One>(found: ReadonlyMap<string, One>, { id }: AccountFacts): One {
  const one = found.get(id)
  if (!one) throw new Error(`No account ${id}.`)
  return one
}

/** Returns the permission sets of each account, and the roles to switch to, in an order that only depends on their names. */
function rolesIn(
  accounts: readonly AccountFacts[],
  { assignments, permissionSets, management }: Facts,
  { roleNames, memberRole, principals, base }: MakeOptions,
): { readonly wanted: readonly Wanted[]; readonly unnamedSets: readonly string[] } {
  const assigned = new Map<string, Set<string>>()
  for (const { account, permissionSet, principal } of assignments) {
    if (principals.length > 0 && (principal === undefined || !principals.includes(principal))) continue
    const sets = assigned.get(account) ?? new Set()
    assigned.set(account, sets.add(permissionSet))
  }
  const unnamedSets = new Set<string>()
  const wanted = accounts.flatMap((account): readonly Wanted[] => {
    const sets = [...(assigned.get(account.id) ?? [])].flatMap(set => {
      const known = permissionSets.get(set) ?? (set.startsWith('arn:') ? undefined : { name: set })
      if (known === undefined) unnamedSets.add(set)
      return known ?? []
    })
    const isBase = account.id === base?.account
    const here = account.id === management ? roleNames.filter(name => name !== memberRole) : roleNames
    const switched = isBase ? [] : [...new Set([...here, ...(account.roleNames ?? [])])]
    return [
      ...switched.sort(compare).map(roleName => ({ account, roleName, isPortal: false })),
      ...sets
        .sort((one, other) => compare(one.name, other.name))
        .map(({ name, ...rest }) => ({ account, roleName: name, isPortal: true, ...rest })),
    ]
  })
  return { wanted, unnamedSets: [...unnamedSets].sort(compare) }
}

/** Returns the keys of a profile, in the order of docs/configuration.md. */
function pairsOf(
  { account, roleName, isPortal, seconds }: Wanted,
  group: string | undefined,
  { base, portal, colors, tags }: MakeOptions,
): readonly (readonly [key: string, value: string])[] {
  const tagged = new Map(
    [...tags].flatMap(([key, tag]) => {
      const value = account.tags.get(tag)?.trim()
      return value === undefined || value === '' ? [] : [[key, value] as const]
    }),
  )
  const purpose = colors === 'none' ? undefined : purposeOf(account.name ?? '')
  const own: Readonly<Record<string, string | undefined>> = {
    ...(isPortal
      ? { sso_session: portal?.session, sso_account_id: account.id, sso_role_name: roleName }
      : { source_profile: base?.name, aws_account_id: account.id, role_name: roleName }),
    color: purpose && purposeColors[purpose],
    group,
    duration_seconds: seconds === undefined ? undefined : String(seconds),
    ...Object.fromEntries(tagged),
  }
  return order.flatMap(key => {
    const value = own[key]
    return value === undefined
      ? []
      : [[key, key === 'color' ? hex(value) : encode(asOneLine(value))] as const]
  })
}

/** The keys in the order in which a section has them: where it leads, then how it is shown, as the parser has them. */
const order: readonly string[] = [
  ...['source_profile', 'aws_account_id', 'role_name', 'sso_session', 'sso_account_id', 'sso_role_name'],
  ...[...keys.keys()].filter(key => !/^(?:source_profile|aws_account_id|role_name|sso_.*)$/.test(key)),
]

/** A tag can't have a `#`, which the parser doesn't need. The list is easier to read with it. */
function hex(color: string): string {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(color) ?? []
  return digits === undefined ? encode(asOneLine(color)) : `#${digits}`
}

function sessionOf({ session, url, region }: NonNullable<MakeOptions['portal']>): MadeSection {
  return {
    header: `[sso-session ${session}]`,
    pairs: [
      ['sso_start_url', url],
      ['sso_region', region],
      ['sso_registration_scopes', 'sso:account:access'],
    ],
  }
}

function groupOf(path: readonly string[], grouping: Grouping): string | undefined {
  switch (grouping) {
    case 'unit':
      return path.at(-1)
    case 'top':
      return path[0]
    case 'path':
      return path.length === 0 ? undefined : path.join(' / ')
    case 'none':
      return undefined
  }
}

/** Compares by code units, because the order of letters differs between computers. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function compareAll(one: readonly string[], other: readonly string[]): number {
  for (const [index, text] of one.entries()) {
    const order = compare(text, other[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}
