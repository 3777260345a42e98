import { inOrder } from '../src/roles/order'
import { search } from '../src/roles/search'
import { switchable } from '../src/roles/switchable'
import { habitsOf, type Use } from '../src/roles/use'
import type { ParsedConfiguration } from '../src/storage/configuration'
import type { MenuLayout } from '../src/storage/menu-layout'
import type { Settings } from '../src/storage/settings'
import type { ConsoleTab } from './load'
import type { MenuData } from './state'

/** All that a menu is made of. */
export interface Facts {
  readonly consoleTab: ConsoleTab
  readonly configuration: ParsedConfiguration
  readonly settings: Settings
  readonly layout: MenuLayout
  readonly uses: readonly Use[]
  readonly teamFailed: boolean
}

/** The menu that the facts make. Takes time in proportion to the number of roles. */
export function menuData(facts: Facts): MenuData {
  const { consoleTab, configuration, settings, layout, uses, teamFailed } = facts
  const { session, url } = consoleTab
  const { roles: offered, hidden } = switchable(configuration.targets, session, settings)
  const roles = inOrder(offered, settings.order, habitsOf(uses, layout.pinned), url)
  return {
    session,
    page: url,
    roles,
    hidden,
    errors: configuration.errors,
    teamFailed,
    hideAccountIds: settings.hideAccountIds,
    density: settings.density,
    search: search(roles),
    headings: settings.order === 'group',
    ...layout,
    confirmGroups: settings.confirmGroups,
    canSwitchBack: session.switched !== undefined && session.mode.kind === 'classic',
  }
}
