import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { activeTab, who } from './console'
import { openMenu } from './menu'

/** Opens the menu, chooses the role of the profile by a key, and gives the tab that is in it then. */
export async function switchTo(driver: Driver, profile: string, key = 'Enter'): Promise<Surface> {
  const menu = await openMenu(driver)
  await menu.type(profile)
  await menu.press(key)
  await waitFor(`the console of ${profile}`, async () => {
    const said = await who(await activeTab(driver))
    return said?.['display-name'] === profile && !(await menu.isOpen())
  })
  return activeTab(driver)
}
