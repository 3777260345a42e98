import type { Managed } from '../../src/browser/storage-areas'
import { changeable } from '../../src/settings/policy'
import type { PolicyFailure } from '../../src/settings/policy-failure'
import { type SettingRow, settingRows } from '../../src/settings/setting-rows'
import {
  areNames,
  knownSettings,
  type SettingName,
  settingNames,
  settingsPolicy,
} from '../../src/settings/settings'
import { checkSenders, sendersName, sendersPolicy } from '../../src/team/senders-policy'
import { checkTeamPolicy, teamNames } from '../../src/team/team-policy'

/** The results of checking an administrator's settings. */
export interface CheckedPolicy {
  /** The settings that the user can't change. */
  readonly locked: readonly SettingName[]
  /** The extensions that may send, if an administrator has set them. */
  readonly senders?: 'locked' | 'default'
  /** Why values are ignored: at most twenty reasons. */
  readonly failures: readonly PolicyFailure[]
}

const maxFailures = 20
/** Limit in characters; a longer text isn't a name. */
const maxNameLength = 60

/** Checks all that an administrator has set. Skips only the unusable values. */
export function checkPolicy(managed: Managed): CheckedPolicy {
  const failures = [
    ...unknownNames(managed),
    ...badSettings(managed),
    ...checkTeamPolicy(managed).failures,
    ...checkSenders(managed).failures,
    ...badList(managed),
  ]
  const senders = sendersPolicy(managed)
  return {
    locked: Object.keys(settingsPolicy(managed).locked) as SettingName[],
    ...(senders.locked.senders && { senders: 'locked' }),
    ...(senders.defaults.senders && { senders: 'default' }),
    failures: failures.slice(0, maxFailures),
  }
}

function unknownNames(managed: Managed): readonly PolicyFailure[] {
  const known: readonly string[] = [...settingNames, ...Object.values(teamNames), sendersName, changeable]
  const unknown = Object.keys(managed).filter(name => !known.includes(name))
  return unknown.map(name => ({ kind: 'unknown', name: shortened(name) }))
}

function badSettings(managed: Managed): readonly PolicyFailure[] {
  const good = knownSettings(managed)
  return Object.entries<SettingRow>(settingRows)
    .filter(([name]) => managed[name] !== undefined && !(name in good))
    .map(([name, { values }]) => (values ? { kind: 'not-one-of', name, values } : { kind: 'no-list', name }))
}

function badList(managed: Managed): readonly PolicyFailure[] {
  const listed = managed[changeable]
  if (listed === undefined) return []
  if (!areNames(listed)) {
    return [{ kind: 'no-list', name: changeable }]
  }
  return listed
    .filter(name => name === changeable || managed[name] === undefined)
    .map(name => ({ kind: 'not-set', name: shortened(name) }))
}

function shortened(name: string): string {
  return name.length > maxNameLength ? `${name.slice(0, maxNameLength)}…` : name
}
