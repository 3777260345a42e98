import { settingWords } from '../../src/settings/setting-words'
import { type SettingName, type Settings, settingNames } from '../../src/settings/settings'
import { marksPages, wantsMarks } from '../../src/settings/wants-marks'
import type { ConsoleAccess } from './state'

/** What the user allows and chooses. */
interface AllowedAndChosen {
  readonly access: ConsoleAccess
  readonly settings: Settings
}

/** Returns whether the user allows what a setting needs. */
export function isAllowed(name: SettingName, { hosts, tabGroups }: ConsoleAccess): boolean {
  const { needs } = settingWords[name]
  return needs === undefined || (hosts && (needs === 'hosts' || tabGroups))
}

/** Returns whether a setting of the console's tab is shown as on: without access nothing works, whatever the user chose. */
export function isOn(name: SettingName, { access, settings }: AllowedAndChosen): boolean {
  return settings[name] === true && isAllowed(name, access)
}

/** Returns what the user allows and chooses with access to the console's pages, which finds open sessions by itself. */
export function withAccess({ access, settings }: AllowedAndChosen): AllowedAndChosen {
  return { access: { ...access, hosts: true }, settings: { ...settings, openSessions: true } }
}

/** Returns the same without it: both permissions go, and nothing that needs them comes back unasked. */
export function withoutAccess({ settings }: AllowedAndChosen): AllowedAndChosen {
  const needing = settingNames.filter(name => settingWords[name].needs !== undefined)
  const allOff = Object.fromEntries(needing.map(name => [name, name === 'marks' ? 'off' : false]))
  return { access: { hosts: false, tabGroups: false }, settings: { ...settings, ...allOff } }
}

/** Returns the preset of marks that is shown as chosen, for the same reason. */
export function presetOf({ access, settings }: AllowedAndChosen): Settings['marks'] {
  return isAllowed('marks', access) ? settings.marks : 'off'
}

/** Whether a setting of the console's panel has any effect now: one that is a part of another may have none. */
export function hasEffect(name: SettingName, now: AllowedAndChosen): boolean {
  const { partOf } = settingWords[name]
  if (partOf === 'marks') return marksPages({ marks: presetOf(now) })
  return partOf === undefined || isOn(partOf, now)
}

/**
 * Returns what the user has to allow, and the settings to store, once a setting of the console's tab is turned on or off,
 * or the marks' preset is chosen. A setting that is turned off gives back what no other needs.
 */
export function turned(
  name: SettingName,
  value: boolean | Settings['marks'],
  { access, settings }: AllowedAndChosen,
): AllowedAndChosen {
  const { needs } = settingWords[name]
  const changed: Settings = { ...settings, [name]: value }
  const on = value !== false && value !== 'off'
  const needsGroups = needs === 'tab-groups'
  if (needs === undefined) return { access, settings: changed }
  if (on) return { access: { hosts: true, tabGroups: access.tabGroups || needsGroups }, settings: changed }
  const hosts = access.hosts && (changed.openSessions || wantsMarks(changed))
  return { access: { hosts, tabGroups: access.tabGroups && !needsGroups }, settings: changed }
}
