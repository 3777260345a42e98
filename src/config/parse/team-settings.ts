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
}

/** Whose text it is: `[rolecall]` only counts in the team's. */
export type TextOrigin = 'personal' | 'team'

/** Settings while they are read. */
export interface SettingsSoFar {
  readonly includes: Set<string>
  refresh: number | undefined
}

/** Everything there is to say about a key of `[rolecall]`. */
export interface SettingRow {
  /** Whether it may occur more than once. */
  readonly several: boolean
  /** What its value may contain. */
  readonly holds: ValueKind
  /** Checks a value and stores it, or returns the diagnosis. */
  readonly read: (value: string, settings: SettingsSoFar) => Diagnosis | undefined
}

/** The keys of `[rolecall]`. */
export const settingRows = {
  include: { several: true, holds: 'address', read: readInclude },
  refresh: { several: false, holds: 'strict', read: readRefresh },
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
