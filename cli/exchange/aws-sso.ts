import { isAccountId } from '../../src/aws/account-id'
import { partitionOfRegion } from '../../src/aws/partitions'
import { readPlainYaml } from '../../src/config/exchange/accounts/from-yaml'
import { portalAddresses } from '../../src/config/parse/portal-profiles'
import type { Profile } from '../../src/config/parse/profile'
import { writeHeader } from '../../src/config/parse/section-header'
import { encode } from '../../src/config/parse/value'
import type { Role } from '../../src/config/resolve/role'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { asOneLine } from '../../src/lib/one-line'
import { compare } from '../make/organization-list'
import type { Exported, Imported } from './exchanged'

type Yaml = { [key: string]: Yaml | string }

interface Instance {
  readonly url: string
  readonly region: string
  readonly name: string
}

/**
 * Returns the roles as aws-sso-cli’s `config.yaml`. Portal roles are roles of their account; a target role has its base
 * account’s permission set in `Via`. Account ids are in quotes, because aws-sso-cli needs texts there. Sources: aws-sso-cli
 * 2, `docs/config.md` and `internal/sso/config/config.go`.
 */
export function toAwsSso(profiles: readonly Profile[]): Exported {
  const byName = new Map<string, Profile>(profiles.map(profile => [profile.name, profile]))
  const { roles } = targetRoles(profiles)
  const instances = new Map<string, { readonly instance: Instance; readonly accounts: Yaml }>()
  const [withoutRegion, withoutPortal, twice]: [string[], string[], string[]] = [[], [], []]
  let count = 0
  for (const role of roles) {
    const profile = byName.get(role.name)
    const via = role.portal === undefined ? viaOf(role, profile, byName) : undefined
    const portal = role.portal === undefined ? via?.portal : profile?.portal
    const url = portal?.url === undefined ? undefined : portalAddresses(portal.url)[0]
    if (!portal || url === undefined || !isAccountId(role.account)) {
      withoutPortal.push(role.name)
      continue
    }
    if (portal.region === undefined) {
      withoutRegion.push(role.name)
      continue
    }
    const name = portal.session ?? new URL(url).hostname.split('.')[0] ?? 'Default'
    const instance = { url, region: portal.region, name }
    const known = instances.get(url) ?? { instance, accounts: {} }
    instances.set(url, known)
    const written = rolesOf(known.accounts, role.account)
    if (Object.hasOwn(written, role.roleName)) {
      twice.push(role.name)
      continue
    }
    written[role.roleName] = roleYaml(role, via?.arn, profile)
    count++
  }
  const names = uniqueNames([...instances.values()].map(({ instance }) => instance.name))
  const config: Yaml = Object.fromEntries(
    [...instances.values()].map(({ instance: { url, region }, accounts }, index) => [
      names[index] ?? url,
      { SSORegion: region, StartUrl: url, Accounts: accounts } satisfies Yaml,
    ]),
  )
  return {
    text: `SSOConfig:${yamlText(config, 1)}\n`,
    count,
    notes: [
      [
        'Left out, because aws-sso-cli only knows roles of an access portal, and roles that one of these leads to',
        withoutPortal,
      ],
      ['Left out, because nothing says which region Identity Center is in. Add sso_region', withoutRegion],
      ['Left out, because aws-sso-cli has one profile for each role', twice],
    ],
  }
}

function viaOf(role: Role, profile: Profile | undefined, byName: ReadonlyMap<string, Profile>) {
  const base = profile?.sourceProfile === undefined ? undefined : byName.get(profile.sourceProfile)
  if (!base?.portal || !isAccountId(role.account)) return undefined
  const { account, roleName } = base.portal
  const partition = role.partition ?? (base.region === undefined ? 'aws' : partitionOfRegion(base.region))
  return { portal: base.portal, arn: `arn:${partition}:iam::${account}:role/${roleName}` }
}

function rolesOf(accounts: Yaml, account: string): Yaml {
  const known = accounts[account] as Yaml | undefined
  const entry = known ?? { Roles: {} }
  accounts[account] = entry
  return entry.Roles as Yaml
}

function roleYaml(role: Role, via: string | undefined, profile: Profile | undefined): Yaml {
  const externalId = via === undefined ? undefined : profile?.aws?.external_id
  return {
    Profile: role.name,
    ...(role.region !== undefined && { DefaultRegion: role.region }),
    ...(via !== undefined && { Via: via }),
    ...(externalId !== undefined && { ExternalId: externalId }),
    ...(role.group !== undefined && { Tags: { Group: role.group } }),
  }
}

function uniqueNames(names: readonly string[]): readonly string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter(one => one === name).length
    return before === 0 ? name : `${name}-${before + 1}`
  })
}

/** Returns a map as YAML, below its key. All keys and values are in quotes, except our own words. */
function yamlText(map: Yaml, depth: number): string {
  const indent = '  '.repeat(depth)
  return Object.entries(map)
    .sort(([one], [other]) => (depth === 3 || depth === 5 ? compare(one, other) : 0))
    .map(([key, value]) => {
      const name = ownWords.has(key) ? key : JSON.stringify(key)
      return `\n${indent}${name}:${typeof value === 'string' ? ` ${JSON.stringify(value)}` : yamlText(value, depth + 1)}`
    })
    .join('')
}

const ownWords = new Set([
  ...[
    'SSORegion',
    'StartUrl',
    'Accounts',
    'Roles',
    'Profile',
    'DefaultRegion',
    'Via',
    'ExternalId',
    'Tags',
    'Group',
  ],
])

/**
 * Returns the roles of a `config.yaml` of aws-sso-cli as a list. A role without `Profile` has the name that aws-sso-cli gives
 * it. Undefined if it isn’t such a file. Source: as in `toAwsSso`, and “ProfileFormat” there.
 */
export function fromAwsSso(text: string): Imported | undefined {
  const config = asMap(readPlainYaml(text))
  const instances = asMap(config?.SSOConfig)
  if (!config || !instances) return undefined
  const found = Object.entries(instances).flatMap(([name, instance]) =>
    rolesOfInstance(name, asMap(instance), config),
  )
  const profileOf = new Map(found.filter(({ via }) => via === undefined).map(one => [one.arn, one.profile]))
  const lost: string[] = []
  const sections = found.flatMap(one => {
    const source = one.via === undefined ? undefined : profileOf.get(one.via)
    if (one.via !== undefined && source === undefined) {
      lost.push(one.profile)
      return []
    }
    const pairs =
      source === undefined
        ? [
            ['sso_session', one.instance],
            ['sso_account_id', one.account],
            ['sso_role_name', one.roleName],
          ]
        : [
            ['source_profile', source],
            ['role_arn', one.arn],
            ['external_id', one.externalId ?? ''],
          ]
    return sectionText(writeHeader(one.profile, true), [
      ...pairs,
      ['region', one.region],
      ['group', one.group],
    ])
  })
  const sessions = Object.entries(instances).map(([name, instance]) => {
    const { StartUrl, SSORegion } = asMap(instance) ?? {}
    return sectionText(`[sso-session ${encode(asOneLine(name))}]`, [
      ['sso_start_url', textIn(StartUrl)],
      ['sso_region', textIn(SSORegion)],
    ])
  })
  return {
    text: [...sessions, ...sections].join('\n'),
    notes: [['Left out, because the role in Via isn’t in the file', lost]],
  }
}

interface FoundRole {
  readonly instance: string
  readonly account: string
  readonly roleName: string
  readonly profile: string
  readonly arn: string
  readonly via: string | undefined
  readonly externalId: string | undefined
  readonly region: string
  readonly group: string
}

type YamlMap = Readonly<Record<string, unknown>>

function rolesOfInstance(name: string, instance: YamlMap | undefined, config: YamlMap): readonly FoundRole[] {
  return Object.entries(asMap(instance?.Accounts) ?? {}).flatMap(([id, account]) => {
    const known = asMap(account)
    // aws-sso-cli also takes a number, which has lost its leading zeros, and an id as the console shows it.
    const digits = id.replaceAll('-', '').padStart(12, '0')
    return Object.entries(asMap(known?.Roles) ?? {}).map(([roleName, entry]): FoundRole => {
      const role = asMap(entry) ?? {}
      const levels = [role, known, instance, config]
      const via = textIn(role.Via)
      const partition = /^arn:([a-z-]+):/.exec(via)?.[1] ?? 'aws'
      return {
        instance: name,
        account: digits,
        roleName,
        profile: textIn(role.Profile) || `${digits}:${roleName}`,
        arn: `arn:${partition}:iam::${digits}:role/${roleName}`,
        via: via === '' ? undefined : via,
        externalId: textIn(role.ExternalId) || undefined,
        region: levels.map(level => textIn(level?.DefaultRegion)).find(region => region !== '') ?? '',
        group: textIn(asMap(role.Tags)?.Group) || textIn(asMap(known?.Tags)?.Group),
      }
    })
  })
}

function sectionText(header: string, pairs: readonly (readonly string[])[]): string {
  const lines = pairs.flatMap(([key, value = '']) =>
    value === '' ? [] : [`${key} = ${encode(asOneLine(value))}`],
  )
  return `${[header, ...lines].join('\n')}\n`
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function asMap(value: unknown): YamlMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as YamlMap) : undefined
}
