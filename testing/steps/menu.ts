import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { type Menu, menu } from '../pages/menu'

/** Presses the toolbar button, and gives the popup, whatever it shows. */
export async function openPopup(driver: Driver): Promise<Menu> {
  return menu(await driver.pressToolbarButton())
}

/** Presses the toolbar button and waits until the menu takes keys. */
export async function openMenu(driver: Driver): Promise<Menu> {
  const popup = await openPopup(driver)
  await waitForMenu(popup)
  return popup
}

export async function waitForMenu(popup: Surface): Promise<void> {
  await waitFor('the menu', async () => (await popup.all({ role: 'listbox', name: 'Roles' }))[0])
  await waitFor('the focus', menu(popup).takesKeys)
}
