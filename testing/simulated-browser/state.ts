import type { PageFacts } from '../../src/aws/page-facts'
import { type SignedInPortal, signedInPortal } from '../portal/search-portal'

export type Items = Record<string, unknown>

/** A tab. As in browsers, `groupId` is -1 if it's in no group. */
export interface SimulatedTab {
  readonly id: number
  readonly windowId: number
  groupId: number
  url: string
  /** The page's description of its session. */
  facts: PageFacts
  /** Whether the extension's content script runs in its page. */
  hasScript: boolean
  /** The toolbar button's badge while the page is in front. */
  title: string
}

interface SimulatedGroup {
  readonly id: number
  readonly windowId: number
  title: string
  color: string
}

/** Everything in a browser that outlives the extension's scripts. Plain data, so that it can be copied. */
export interface BrowserState {
  /** The time on a correct clock. */
  now: number
  /** How far this computer's clock is ahead, in milliseconds. */
  clockError: number
  readonly areas: Record<'local' | 'session' | 'sync' | 'managed', Items>
  /** When each alarm is due, by this computer's clock. */
  alarms: Record<string, number>
  /** Ids of registered content scripts. */
  scripts: string[]
  /** Match patterns and names of permissions. */
  granted: string[]
  tabs: SimulatedTab[]
  groups: SimulatedGroup[]
  /** The URLs of pages that the extension has opened. */
  opened: string[]
  /** The access portal whose page a tab may show. */
  portal: SignedInPortal
  /** Served texts, by URL. */
  served: Record<string, string>
  /** How many requests each URL got. */
  asked: Record<string, number>
  /** The size of the local storage, in bytes. */
  room: number
  /** How often pages were told to ask again. */
  told: number
  /** How often the extension has opened its menu. */
  menus: number
  /** Whether only the user can open the menu. */
  refusesMenus: boolean
  lastId: number
}

/** Returns a browser as it is right after its installation. */
export function freshState(): BrowserState {
  return {
    now: 1_800_000_000_000,
    clockError: 0,
    areas: { local: {}, session: {}, sync: {}, managed: {} },
    alarms: {},
    scripts: [],
    granted: [],
    tabs: [],
    groups: [],
    opened: [],
    portal: signedInPortal(),
    served: {},
    asked: {},
    room: 10_485_760,
    told: 0,
    menus: 0,
    refusesMenus: false,
    lastId: 0,
  }
}
