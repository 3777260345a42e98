import type { PlainKey } from '../browser/i18n'
import { type SettingRow, settingRows } from './setting-rows'
import type { SettingName, Settings } from './settings'

/** The sections of the settings page that settings are in. */
export type SettingPanel =
  | 'appearance'
  | 'safety'
  | 'privacy'
  | 'filter'
  | 'commands'
  | 'console'
  | 'tab-groups'
  | 'sessions'
  | 'containers'
  | 'sync'
  | 'log'

/** How a setting is described to people: the second half of its row, which the menu doesn't load. */
export type SettingWords<Value = unknown> = {
  /** The panel where the user changes it. */
  readonly panel: SettingPanel
  /** What the user has to allow for it: the console's hosts, or tab groups or the sign-in hosts too. */
  readonly needs?: 'hosts' | 'tab-groups' | 'sign-in'
  /** The setting that it is a part of: it is shown only while that is on. */
  readonly partOf?: 'groupTabs' | 'marks'
  /** Two to five words. */
  readonly label: PlainKey
  /** One line. docs/guide.md says more, at an anchor with the setting's name. */
  readonly explanation: PlainKey
  /** What browsers show administrators: its title and description in `public/managed_schema.json`. */
  readonly policy: readonly [title: string, description: string]
} & ([Value] extends [boolean]
  ? unknown
  : [Value] extends [string]
    ? {
        /** Labels of the values. */ readonly labels: Readonly<Record<Value, PlainKey>>
      }
    : unknown)

/** In panel order. */
export const settingWords: { readonly [Name in SettingName]: SettingWords<Settings[Name]> } = {
  order: {
    panel: 'appearance',
    label: 'options_order',
    explanation: 'options_orderExplained',
    labels: {
      recent: 'options_orderRecent',
      frequent: 'options_orderFrequent',
      file: 'options_orderFile',
      name: 'options_orderName',
      group: 'options_orderGroup',
    },
    policy: [
      'Order',
      "The order of the menu's roles: recent (the last few above all), frequent, file (as written), name or group.",
    ],
  },
  density: {
    panel: 'appearance',
    label: 'options_density',
    explanation: 'options_densityExplained',
    labels: { comfortable: 'options_densityComfortable', compact: 'options_densityCompact' },
    policy: ['Rows', 'comfortable or compact.'],
  },
  theme: {
    panel: 'appearance',
    label: 'options_theme',
    explanation: 'options_themeExplained',
    labels: { system: 'options_themeSystem', light: 'options_themeLight', dark: 'options_themeDark' },
    policy: ['Theme', 'system, light or dark.'],
  },
  confirmGroups: {
    panel: 'safety',
    label: 'options_confirmGroups',
    explanation: 'options_confirmGroupsExplained',
    policy: [
      'Confirm switches in these groups',
      'Names of groups. Switching to one of their roles asks for a second Enter.',
    ],
  },
  confirmNameGroups: {
    panel: 'safety',
    label: 'options_confirmNameGroups',
    explanation: 'options_confirmNameGroupsExplained',
    policy: [
      'Type the name before switches in these groups',
      "Names of groups. Switching to one of their roles asks the user to type the profile's name, or its last word.",
    ],
  },
  readerGroups: {
    panel: 'safety',
    label: 'options_readerGroups',
    explanation: 'options_readerGroupsExplained',
    policy: [
      'Open these groups read-only first',
      'Names of groups. Enter takes the reader of one of their roles: the profile that it names, or a role of the same account whose name says that it reads.',
    ],
  },
  hideAccountIds: {
    panel: 'privacy',
    label: 'options_hideAccountIds',
    explanation: 'options_hideAccountIdsExplained',
    policy: ['Hide account ids', 'Whether the menu hides account ids.'],
  },
  images: {
    panel: 'privacy',
    label: 'options_images',
    explanation: 'options_imagesExplained',
    policy: ['Show images', "Whether roles' images are shown, from the web or embedded in the list."],
  },
  onlyMatchingRoles: {
    panel: 'filter',
    label: 'options_onlyMatchingRoles',
    explanation: 'options_onlyMatchingRolesExplained',
    policy: [
      'Only roles that match my current role',
      "Whether the menu shows only the base account's roles with the same name as the current role.",
    ],
  },
  shell: {
    panel: 'commands',
    label: 'options_shell',
    explanation: 'options_shellExplained',
    labels: {
      platform: 'options_shellPlatform',
      posix: 'options_shellPosix',
      powershell: 'options_shellPowershell',
      cmd: 'options_shellCmd',
    },
    policy: ['Shell', 'How copied commands are quoted: platform, posix, powershell or cmd.'],
  },
  containers: {
    panel: 'containers',
    label: 'options_containers',
    explanation: 'options_containersExplained',
    policy: [
      'Open roles in containers',
      'Whether roles with container = true open in Firefox containers, through an add-on that opens links in them.',
    ],
  },
  sync: {
    panel: 'sync',
    label: 'options_syncOn',
    explanation: 'options_syncExplained',
    policy: ["Sync the user's list", "Whether the user's own list is kept in the browser's sync."],
  },
  log: {
    panel: 'log',
    label: 'options_logOn',
    explanation: 'options_logOnExplained',
    policy: [
      'Keep a log of switches',
      "Whether the user's browser keeps a log of the roles that they switch to. It stays on their computer: administrators can't read it, and users can delete it.",
    ],
  },
  logDays: {
    panel: 'log',
    label: 'options_logDays',
    explanation: 'options_logDaysExplained',
    labels: {
      7: 'options_logDays7',
      30: 'options_logDays30',
      90: 'options_logDays90',
      365: 'options_logDays365',
    },
    policy: [
      'Days in the log',
      'Number of days after which an entry leaves the log: 7, 30, 90 or 365, as a text.',
    ],
  },
  openSessions: {
    panel: 'sessions',
    needs: 'hosts',
    label: 'options_consoleAccess',
    explanation: 'options_consoleAccessExplained',
    policy: [
      'Find open sessions in all console tabs',
      "Whether the menu finds the open sessions in all console tabs, once the user has allowed the console's hosts. If false, Rolecall gives the hosts up unless something else needs them.",
    ],
  },
  listSessions: {
    panel: 'sessions',
    needs: 'sign-in',
    label: 'options_listSessions',
    explanation: 'options_listSessionsExplained',
    policy: [
      'Ask AWS for the open sessions',
      "Whether the menu asks AWS's sign-in host which sessions are open and when they end, once the user has allowed the console's hosts and the sign-in hosts.",
    ],
  },
  marks: {
    panel: 'console',
    needs: 'hosts',
    label: 'options_marksPreset',
    explanation: 'options_marksExplained',
    labels: {
      off: 'options_marksOff',
      subtle: 'options_marksSubtle',
      clear: 'options_marksClear',
      loud: 'options_marksLoud',
    },
    policy: [
      'Marks',
      "What shows the role on the console, if the user has allowed the console's hosts: off, subtle (the tab's icon), clear (also a frame and a label) or loud (production also in another shape).",
    ],
  },
  markUnknown: {
    panel: 'console',
    partOf: 'marks',
    label: 'options_markUnknown',
    explanation: 'options_markUnknownExplained',
    policy: [
      "Mark accounts that aren't in the list",
      "Whether pages of accounts that aren't in the list have a gray frame, if marks is clear or loud.",
    ],
  },
  colorRegions: {
    panel: 'console',
    partOf: 'marks',
    label: 'options_colorRegions',
    explanation: 'options_colorRegionsExplained',
    policy: [
      'Color regions',
      'Whether the label on console pages shows each region in a color of its own, if marks is clear or loud.',
    ],
  },
  nameInTitle: {
    panel: 'console',
    needs: 'hosts',
    label: 'options_nameInTitle',
    explanation: 'options_nameInTitleExplained',
    policy: [
      "Name before the tab's title",
      "Whether the titles of console tabs start with the profile's name, if the user has allowed the console's hosts. Tabs in a role's tab group have only their titles.",
    ],
  },
  groupTabs: {
    panel: 'tab-groups',
    needs: 'tab-groups',
    label: 'options_groupTabs',
    explanation: 'options_groupTabsExplained',
    policy: [
      "Group each open role's tabs",
      "Whether the tabs of a role's session are grouped under its name and color, if the user has allowed tab groups and the console's hosts.",
    ],
  },
  signOutWithGroup: {
    panel: 'tab-groups',
    partOf: 'groupTabs',
    label: 'options_signOutWithGroup',
    explanation: 'options_signOutWithGroupExplained',
    policy: [
      'Sign out when the group is closed',
      'Whether a session is signed out when its tab group is closed.',
    ],
  },
}

/** The values that each multiple-choice setting may have. */
export const settingValues = Object.fromEntries(
  Object.entries<SettingRow>(settingRows).flatMap(([name, { values }]) => (values ? [[name, values]] : [])),
) as {
  readonly [Name in SettingName as Settings[Name] extends readonly string[]
    ? never
    : Name]: readonly Settings[Name][]
}

/** Returns a panel's settings, in its order. */
export function settingsOf(panel: SettingPanel): readonly SettingName[] {
  const names = Object.keys(settingWords) as readonly SettingName[]
  return names.filter(name => settingWords[name].panel === panel)
}
