import { readPlainYaml } from '../../src/config/exchange/accounts/from-yaml'
import { toAwsConfig } from '../../src/config/exchange/to-aws-config'
import type { Profile } from '../../src/config/parse/profile'
import { sectionsOf } from '../../src/config/parse/text-sections'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { splitLines } from '../../src/lib/text-lines'
import type { Exported } from './exchanged'

/** The file that tells Granted which files of a registry have profiles, and ours. Source: `gitregistry/config_yaml.go`. */
export const registryName = 'granted.yml'
export const registryText = 'awsConfig:\n  - ./config\n'

/**
 * Returns the roles as a file of a profile registry of Granted: portal roles have Granted’s own keys and its command for
 * credentials, target roles AWS’s. Granted leaves out a name with a space, a quote or one of `\ [ ] ;`, runs `{{` as a
 * template, and stops at a profile that a member already has, so base accounts with credentials of one’s own aren’t in it.
 * Sources: Granted 0.38, `pkg/granted/awsmerge/merge_from_registry.go`, `pkg/cfaws/profiles.go` (`IsLegalProfileName`) and
 * `pkg/cfaws/granted_config.go`.
 */
export function toGranted(profiles: readonly Profile[]): Exported {
  const { text, limits } = toAwsConfig(targetRoles(profiles), profiles)
  const [illegal, own]: [string[], string[]] = [[], []]
  const sections = sectionsOf(splitLines(text)).flatMap(({ name, lines }): readonly Section[] => {
    if (name === undefined) return []
    const pairs = lines.slice(1).flatMap(({ text }): readonly Pair[] => {
      const [, key, value] = /^(\w+) = (.*)$/.exec(text) ?? []
      return key === undefined || value === undefined ? [] : [[key, value]]
    })
    return [{ name, header: lines[0]?.text ?? '', pairs }]
  })
  const sessions = new Map(
    sections.flatMap(({ header, pairs }) => {
      const session = /^\[sso-session (.+)\]$/.exec(header)?.[1]
      return session === undefined ? [] : [[session, new Map(pairs)] as const]
    }),
  )
  const written = sections.flatMap(({ name, header, pairs }) => {
    if (/^\[sso-session /.test(header)) return []
    const keys = new Map(pairs)
    const isRole = keys.has('role_arn') || keys.has('sso_role_name')
    if (!isRole) own.push(name)
    else if (isIllegal(name)) illegal.push(name)
    else return sectionText(name, keys.has('role_arn') ? pairs : portalPairs(name, keys, sessions))
    return []
  })
  return {
    text: written.join('\n'),
    count: written.length,
    notes: [
      ['Left out, because each member has their own credentials for these base accounts', own],
      ['Left out, because Granted doesn’t read the name. Rename', illegal],
      [
        'Left out, because the AWS CLI couldn’t use them either',
        limits.filter(({ kind }) => isLeftOut(kind)).flatMap(({ names }) => names),
      ],
    ],
  }
}

type Pair = readonly [key: string, value: string]

interface Section {
  readonly name: string
  readonly header: string
  readonly pairs: readonly Pair[]
}

function isLeftOut(kind: string): boolean {
  return !['quoted', 'source', 'odd'].includes(kind)
}

function isIllegal(name: string): boolean {
  return name === 'default' || /[\\[\];'" ]|\{\{/.test(name)
}

function portalPairs(
  name: string,
  keys: ReadonlyMap<string, string>,
  sessions: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly Pair[] {
  const session = sessions.get(keys.get('sso_session') ?? '')
  const region = keys.get('region')
  return [
    ['granted_sso_start_url', keys.get('sso_start_url') ?? session?.get('sso_start_url') ?? ''],
    ['granted_sso_region', keys.get('sso_region') ?? session?.get('sso_region') ?? ''],
    ['granted_sso_account_id', keys.get('sso_account_id') ?? ''],
    ['granted_sso_role_name', keys.get('sso_role_name') ?? ''],
    ['credential_process', `granted credential-process --profile ${name}`],
    ...(region === undefined ? [] : [['region', region] as const]),
  ]
}

function sectionText(name: string, pairs: readonly Pair[]): string {
  return `[profile ${name}]\n${pairs.map(([key, value]) => `${key} = ${value}\n`).join('')}`
}

/** Returns the paths in a registry’s `granted.yml`; undefined if it isn’t one. */
export function registryPaths(text: string): readonly string[] | undefined {
  const config = readPlainYaml(text)
  const paths =
    typeof config === 'object' && config !== null && 'awsConfig' in config ? config.awsConfig : undefined
  return Array.isArray(paths) && paths.every(path => typeof path === 'string') ? paths : undefined
}
