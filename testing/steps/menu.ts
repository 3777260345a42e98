import type { Driver, ElementFacts, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'

export const searchBox = { role: 'combobox', name: 'Search roles' } as const

/** Presses the toolbar button and waits until the menu takes keys. */
export async function openMenu(driver: Driver): Promise<Surface> {
  const popup = await driver.pressToolbarButton()
  await waitForMenu(popup)
  return popup
}

export async function waitForMenu(popup: Surface): Promise<void> {
  await waitFor('the menu', async () => (await popup.all({ role: 'listbox', name: 'Roles' }))[0])
  await waitFor('the focus', async () => (await popup.all(searchBox)).find(({ focused }) => focused))
}

/** Returns the rows in the document, as a screen reader sees them. */
export function rows(popup: Surface): Promise<readonly ElementFacts[]> {
  return popup.all({ role: 'option' })
}

/** Returns the selected row's profile, which the combobox names as the active one. */
export async function activeRole(popup: Surface): Promise<string> {
  const selected = (await rows(popup)).filter(({ attributes }) => attributes['aria-selected'] === 'true')
  const [box] = await popup.all(searchBox)
  const active = selected.filter(
    ({ attributes }) => attributes.id === box?.attributes['aria-activedescendant'],
  )
  if (selected.length !== 1 || !active[0]) throw new Error('There isn’t exactly one active row.')
  return profileName(active[0])
}

/** Returns the text of the popup's alerts and statuses. */
export async function says(popup: Surface): Promise<string> {
  const said = [...(await popup.all({ role: 'alert' })), ...(await popup.all({ role: 'status' }))]
  return said.map(({ text }) => text).join('\n')
}

/** Returns a row's profile. A row's name starts with it, and names in the tests have no spaces. */
export function profileName({ name }: ElementFacts): string {
  return name.split(' ')[0] ?? ''
}
