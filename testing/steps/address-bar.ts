import type { Driver } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { type Menu, menu } from '../pages/menu'

/** Types the text after the keyword into the address bar, and presses the keys: `Enter` if none are given. */
export async function enterInAddressBar(
  driver: Driver,
  text: string,
  ...keys: readonly string[]
): Promise<void> {
  await driver.addressBar.type(text)
  for (const key of keys.length === 0 ? ['Enter'] : keys) await driver.addressBar.press(key)
}

/** Chooses what the text finds, and returns the menu, which opens and stays open. */
export async function menuFromAddressBar(driver: Driver, text: string): Promise<Menu> {
  await enterInAddressBar(driver, text)
  return menu(await waitFor('the menu', () => driver.popup()))
}
