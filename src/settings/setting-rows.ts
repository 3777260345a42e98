import { shells } from '../lib/shell'
import { orders } from '../roles/order'

/** What a setting may be, and what it is if nobody has chosen it. */
export interface SettingRow {
  readonly default: boolean | string | readonly string[]
  /** Undefined for a list of names, whatever they are. */
  readonly values?: readonly (boolean | string)[]
}

const yesOrNo = [true, false] as const
const off = { default: false, values: yesOrNo } as const
const on = { default: true, values: yesOrNo } as const

/** All settings. The menu loads this: how they are told to people is in `setting-words.ts`. */
export const settingRows = {
  hideAccountIds: off,
  onlyMatchingRoles: off,
  /** Whether images are loaded from the hosts that the configuration names. */
  images: on,
  theme: { default: 'system', values: ['system', 'light', 'dark'] },
  order: { default: 'file', values: orders },
  /** How high the menu's rows are. */
  density: { default: 'comfortable', values: ['comfortable', 'compact'] },
  /** The shell that copied commands are quoted for. */
  shell: { default: 'platform', values: shells },
  /** Whether the configuration follows the user through the browser's own synchronisation. */
  sync: on,
  /** Whether roles with `container` open in Firefox containers. */
  containers: off,
  /** Whether the console's hosts stay allowed where no mark needs them, for open sessions. */
  openSessions: off,
  /** Whether console tabs have the profile's name and colour in title and icon. */
  markTabs: off,
  /** Whether console pages have a frame in the profile's colour, with name and account. */
  markPages: off,
  /** Whether the tabs of a role's session stand in a group of their own, in multi-session mode. */
  groupTabs: off,
  /** Whether a session is signed out when its group is closed. */
  signOutWithGroup: off,
  /** Names of groups of which each switch is to be confirmed. */
  confirmGroups: { default: [] },
} as const satisfies Readonly<Record<string, SettingRow>>
