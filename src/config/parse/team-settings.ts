import type { ValueKind } from '../../lib/look-alikes'
import type { Diagnosis } from './diagnostic'
import { readRefreshMinutes } from './refresh-minutes'
import { checkTeamUrl } from './team-url'

/** The contents of the `[rolecall]` section of a team list. */
export interface TeamSettings {
  /** The URLs of further files, in order, each once. */
  readonly includes: readonly string[]
  /** Minutes between refreshes. */
  readonly refresh?: number
  /** Absent if there are none. */
  readonly groups?: GroupRules
}

/** What groups of roles ask before a switch, whatever their profiles say; each is the names of some groups. */
export type GroupRules = { readonly [Rule in keyof typeof groupRules]: readonly string[] }

/** The key of each rule. */
const groupRules = {
  confirm: 'confirm_group',
  confirmName: 'confirm_name_group',
  reader: 'reader_group',
} as const

/** Whose text it is: `[rolecall]` only counts in the team's. */
export type TextOrigin = 'personal' | 'team'

/** Settings while they are read. */
export interface SettingsSoFar {
  readonly includes: Set<string>
  refresh: number | undefined
  readonly groups: { readonly [Rule in keyof GroupRules]: string[] }
}

/** Everything there is to say about a key of `[rolecall]`. */
export interface SettingRow {
  /** Whether it may occur more than once. */
  readonly several: boolean
  /** What its value may contain. */
  readonly holds: ValueKind
  /** Checks a value and stores it, or returns the diagnosis. */
  readonly read: (value: string, settings: SettingsSoFar) => Diagnosis | undefined
  /** Where a completion gets its values. */
  readonly names?: 'group'
}

/** The keys of `[rolecall]`. */
export const settingRows = {
  include: { several: true, holds: 'address', read: readInclude },
  refresh: { several: false, holds: 'strict', read: readRefresh },
  [groupRules.confirm]: groupRow('confirm'),
  [groupRules.confirmName]: groupRow('confirmName'),
  [groupRules.reader]: groupRow('reader'),
} as const satisfies Readonly<Record<string, SettingRow>>

export interface SettingKey {
  /** Whether it may occur more than once. */
  readonly several: boolean
  /** Checks a value and stores it, or returns the diagnosis. */
  readonly read: (value: string) => Diagnosis | undefined
}

/** Returns the keys of `[rolecall]`, by name. They store their values in `settings`. */
export function settingKeys(origin: TextOrigin, settings: SettingsSoFar): ReadonlyMap<string, SettingKey> {
  return new Map(
    Object.entries<SettingRow>(settingRows).map(([name, { several, read }]) => {
      const readOwn = (value: string) =>
        origin === 'team' ? read(value, settings) : warning('onlyInTeam', name)
      return [name, { several, read: readOwn }]
    }),
  )
}

/** Returns settings in which nothing is set yet. */
export function newSettings(): SettingsSoFar {
  return { includes: new Set(), refresh: undefined, groups: { confirm: [], confirmName: [], reader: [] } }
}

/** A key that adds one group to a rule. */
function groupRow(rule: keyof GroupRules) {
  const read = (value: string, { groups }: SettingsSoFar) => {
    groups[rule].push(value)
    return undefined
  }
  return { several: true, holds: 'text', read, names: 'group' } as const
}

function readInclude(value: string, { includes }: SettingsSoFar): Diagnosis | undefined {
  let diagnosis: Diagnosis | undefined
  for (const written of value.split(/\s+/)) {
    const checked = checkTeamUrl(written)
    if (checked.kind === 'url') includes.add(checked.url)
    else diagnosis ??= warning('invalidInclude', written)
  }
  return diagnosis
}

function readRefresh(value: string, settings: SettingsSoFar): Diagnosis | undefined {
  const minutes = readRefreshMinutes(value)
  if (minutes === undefined) return warning('invalidRefresh', value)
  settings.refresh = minutes
  return undefined
}

function warning(kind: Diagnosis['kind'], value: string): Diagnosis {
  return { severity: 'warning', kind, values: [value] }
}
