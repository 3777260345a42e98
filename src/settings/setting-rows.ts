import { shells } from '../lib/shell'
import { orders } from '../roles/order'

/** A setting's possible values and its default. */
export interface SettingRow {
  readonly default: boolean | string | readonly string[]
  /** Undefined for a list of arbitrary names. */
  readonly values?: readonly (boolean | string)[]
}

const yesOrNo = [true, false] as const
const off = { default: false, values: yesOrNo } as const
const on = { default: true, values: yesOrNo } as const

/** All settings. The menu loads this file; their labels and help are in `setting-words.ts`. */
export const settingRows = {
  hideAccountIds: off,
  onlyMatchingRoles: off,
  /** Whether images are loaded from the hosts that the list names. */
  images: on,
  theme: { default: 'system', values: ['system', 'light', 'dark'] },
  order: { default: 'recent', values: orders },
  /** Height of the menu's rows. */
  density: { default: 'comfortable', values: ['comfortable', 'compact'] },
  /** Shell that copied commands are quoted for. */
  shell: { default: 'platform', values: shells },
  /** Whether the list follows the user through the browser's own sync. */
  sync: on,
  /** Whether roles with `container` open in Firefox containers. */
  containers: off,
  /** Whether the console's hosts stay allowed for open sessions, even if no mark or tab group needs them. */
  openSessions: off,
  /** Whether AWS's sign-in host is asked which sessions are open, and when they end. */
  listSessions: off,
  /** What shows the role on the console: nothing, the tab's icon, a frame and a label too, or production in another shape too. */
  marks: { default: 'off', values: ['off', 'subtle', 'clear', 'loud'] },
  /** Whether pages of accounts that aren't in the list have a frame of their own. */
  markUnknown: on,
  /** Whether the label shows each region in a color of its own. */
  colorRegions: off,
  /** Whether the titles of console tabs start with the profile's name. */
  nameInTitle: off,
  /** Whether the tabs of a role session get a tab group of their own, in multi-session mode. */
  groupTabs: off,
  /** Whether a session is signed out when its group is closed. */
  signOutWithGroup: off,
  /** Whether switches are written into the user's log. */
  log: off,
  /** Number of days that an entry stays in the log. */
  logDays: { default: '90', values: ['7', '30', '90', '365'] },
  /** Names of groups in which each switch has to be confirmed. */
  confirmGroups: { default: [] },
  /** Names of groups in which each switch has to be confirmed by typing the profile's name. */
  confirmNameGroups: { default: [] },
  /** Names of groups whose roles open read-only first. */
  readerGroups: { default: [] },
} as const satisfies Readonly<Record<string, SettingRow>>
