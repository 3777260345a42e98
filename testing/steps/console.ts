import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { consolePage, type Who } from '../pages/console-page'

/** Returns the facts on a page of the demo console, or undefined for any other page. */
export function who(page: Surface): Promise<Who | undefined> {
  return consolePage(page).who()
}

/** Waits until the active tab is a console page in a switched role and the menu has closed, and returns the page's facts. */
export function waitForRole(driver: Driver): Promise<Who> {
  return waitFor('the console of a role', async () => {
    const said = await who(await activeTab(driver))
    return said?.['role-name'] && (await isMenuClosed(driver)) ? said : undefined
  })
}

/** Waits until the active tab is a console page in the profile's role and the menu has closed, and returns the tab. */
export function waitForRoleNamed(driver: Driver, profile: string): Promise<Surface> {
  return waitFor(`the console of ${profile}`, async () => {
    const tab = await activeTab(driver)
    return (await who(tab))?.['display-name'] === profile && (await isMenuClosed(driver)) && tab
  })
}

/**
 * The page may be there before the menu has noted the switch and put its tab in front. A user who goes to another tab closes
 * the menu; a test doesn't, and would be taken back. Before the page is there, a menu that a key opens may be still to come.
 */
async function isMenuClosed(driver: Driver): Promise<boolean> {
  return (await driver.popup()) === undefined
}

export async function activeTab(driver: Driver): Promise<Surface> {
  const active = (await driver.tabs()).find(tab => tab.active)
  if (!active) throw new Error('No tab is active.')
  return active.surface
}
