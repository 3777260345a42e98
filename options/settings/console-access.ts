import { settingWords } from '../../src/settings/setting-words'
import { type SettingName, type Settings, settingNames } from '../../src/settings/settings'
import { marksPages, wantsConsoles } from '../../src/settings/wants-marks'
import type { ConsoleAccess } from './state'

/** What the user allows and chooses. */
interface AllowedAndChosen {
  readonly access: ConsoleAccess
  readonly settings: Settings
}

/** What settings need besides the console's hosts. */
const extras = { hosts: undefined, 'tab-groups': 'tabGroups', 'sign-in': 'signIn' } as const

/** Returns whether the user allows what a setting needs. */
export function isAllowed(name: SettingName, access: ConsoleAccess): boolean {
  const { needs } = settingWords[name]
  if (needs === undefined) return true
  const extra = extras[needs]
  return access.hosts && (extra === undefined || access[extra])
}

/** Returns whether a setting of the console's tab is shown as on: without access nothing works, whatever the user chose. */
export function isOn(name: SettingName, { access, settings }: AllowedAndChosen): boolean {
  return settings[name] === true && isAllowed(name, access)
}

/** Returns what the user allows and chooses with access to the console's pages, which finds open sessions by itself. */
export function withAccess({ access, settings }: AllowedAndChosen): AllowedAndChosen {
  return { access: { ...access, hosts: true }, settings: { ...settings, openSessions: true } }
}

/** Returns the same without it: all permissions go, and nothing that needs them comes back unasked. */
export function withoutAccess({ settings }: AllowedAndChosen): AllowedAndChosen {
  const needing = settingNames.filter(name => settingWords[name].needs !== undefined)
  const allOff = Object.fromEntries(needing.map(name => [name, name === 'marks' ? 'off' : false]))
  return { access: { hosts: false, tabGroups: false, signIn: false }, settings: { ...settings, ...allOff } }
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
  if (needs === undefined) return { access, settings: changed }
  const on = value !== false && value !== 'off'
  const extra = extras[needs]
  const hosts = on || (access.hosts && wantsConsoles(changed))
  return { access: { ...access, ...(extra && { [extra]: on }), hosts }, settings: changed }
}
