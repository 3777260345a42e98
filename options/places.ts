import { useEffect, useState } from 'preact/hooks'
import type { PlainKey } from '../src/browser/i18n'

/** The tabs of the settings page, in their order, with their names. Each is an address of its own: `#menu`. */
export const tabNames = {
  roles: 'options_tabRoles',
  menu: 'options_tabMenu',
  console: 'options_tabConsole',
  team: 'options_tabTeam',
  history: 'options_history',
  log: 'options_log',
} as const satisfies Readonly<Record<string, PlainKey>>

export type Tab = keyof typeof tabNames

/** A tab and, if the address is that exact, a setting in it. */
interface Place {
  readonly tab: Tab
  /** As in `#menu/order`. */
  readonly setting: string | undefined
}

/** Returns the place of an address's hash; an unknown one is that of the roles. */
export function placeOf(hash: string): Place {
  const [tab = '', setting] = hash.slice(1).split('/')
  return Object.hasOwn(tabNames, tab)
    ? { tab: tab as Tab, setting: setting || undefined }
    : { tab: 'roles', setting: undefined }
}

/** Returns the place that the address names, now and whenever that changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location.hash))
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return place
}
