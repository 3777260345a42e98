import type { Tab } from '../../src/browser/tabs'
import type { Ending } from '../ending-of'
import type { Facts } from '../menu-data'

/** Begins the way through a portal to the role: `show` shows its first page. */
export type GoThrough = (facts: Facts, show: (tab: Tab, url: string) => Promise<Ending>) => Promise<Ending>
