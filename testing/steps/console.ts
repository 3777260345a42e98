import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { consolePage, type Who } from '../pages/console-page'

/** Returns the facts on a page of the demo console, or undefined for any other page. */
export function who(page: Surface): Promise<Who | undefined> {
  return consolePage(page).who()
}

/** Waits until the menu has closed and the active tab is a console page in a switched role, and returns its facts. */
export function waitForRole(driver: Driver): Promise<Who> {
  return waitFor('the console of a role', async () => {
    if (await isMenuOpen(driver)) return undefined
    const said = await who(await activeTab(driver))
    return said?.['role-name'] ? said : undefined
  })
}

/** Waits until the menu has closed and the active tab is a console page in the profile's role, and returns the tab. */
export function waitForRoleNamed(driver: Driver, profile: string): Promise<Surface> {
  return waitFor(`the console of ${profile}`, async () => {
    if (await isMenuOpen(driver)) return undefined
    const tab = await activeTab(driver)
    return (await who(tab))?.['display-name'] === profile && tab
  })
}

/**
 * The page may be there before the menu has noted the switch and put its tab in front. A user who goes to another tab closes
 * the menu; a test doesn't, and would be taken back. So the menu is asked for first, and again each time, because a menu that
 * a key opens comes a moment after the key.
 */
async function isMenuOpen(driver: Driver): Promise<boolean> {
  return (await driver.popup()) !== undefined
}

export async function activeTab(driver: Driver): Promise<Surface> {
  const active = (await driver.tabs()).find(tab => tab.active)
  if (!active) throw new Error('No tab is active.')
  return active.surface
}
