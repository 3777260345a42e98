import type { Driver, Surface } from '../browsers/driver'
import { waitForRoleNamed } from './console'
import { openMenu } from './menu'

/** Opens the menu, chooses the profile's role with a key, and returns the tab in that role once the menu has closed. */
export async function switchTo(driver: Driver, profile: string, key = 'Enter'): Promise<Surface> {
  const menu = await openMenu(driver)
  await menu.type(profile)
  await menu.press(key)
  return waitForRoleNamed(driver, profile)
}
