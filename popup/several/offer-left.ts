import { readLeft } from '../../src/sessions/left-roles'
import { askBrowser } from '../ask-browser'
import type { SeveralMenu } from './several-menu'

/** Offers the roles that are left from before, if there are any. */
export async function offerLeft(menu: SeveralMenu): Promise<void> {
  const facts = menu.aimed()
  const left = facts && (await readLeft(facts.tab, askBrowser().session))
  const state = menu.getState()
  if (!left || state.kind !== 'menu') return
  const offered = new Set(state.roles.map(({ name }) => name))
  const count = left.names.filter(name => offered.has(name)).length
  if (count > 0) menu.dispatch({ kind: 'ticked', change: { left: count } })
}
