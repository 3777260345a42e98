import { pastedSearch } from '../../src/pasted/pasted-search'
import { rolesForAddress } from '../../src/pasted/roles-for-address'
import type { Pasting } from '../menu-data'

export const pasting: Pasting = (search, roles, habits, { consoleTab, blockedTab, list }) => {
  const { session, url } = consoleTab ?? {}
  const { place } = consoleTab ?? blockedTab ?? {}
  const at = { roles, all: list.targets.roles, habits, session, region: place?.region }
  return {
    search: pastedSearch(search, at),
    forAddress: session && url !== undefined ? rolesForAddress(url, session, place, at) : [],
  }
}
