import { readTogether } from '../browser/stored-item'
import { readTargets } from '../list/read-targets'
import { habitsOf } from '../roles/role-use'
import { typos } from '../roles/typos'
import { policyItem, readSettings, settingsItem } from '../settings/settings'
import { parsedItem } from '../storage/list-items'
import { menuLayoutItem, readMenuLayout } from '../storage/menu-layout'
import { readUsedRoles, usedRolesItem } from '../storage/used-roles'
import { type SearchedList, searchedList } from './typed-role'

export interface ListToSearch extends SearchedList {
  readonly hideAccountIds: boolean
}

/** All that the address bar's search needs. */
export const searchedPlaces = [parsedItem, settingsItem, policyItem, menuLayoutItem, usedRolesItem].map(
  ({ place }) => place,
)

/** Returns the whole list to search in, read in one call; undefined if it can't be read. */
export async function readListToSearch(): Promise<ListToSearch | undefined> {
  const read = readTogether(...searchedPlaces)
  const [targets, settings, layout, uses] = await Promise.all([
    readTargets(read),
    readSettings(read),
    readMenuLayout(read),
    readUsedRoles(read),
  ])
  if (!targets) return undefined
  const { order, hideAccountIds } = settings
  const list = searchedList(targets.roles, order, habitsOf(uses, layout.pinned), typos)
  // The list is read as soon as the keyword is there, so that this is done before the first letter.
  list.search.prepare()
  return { ...list, hideAccountIds }
}
