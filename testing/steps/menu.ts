import type { Driver, ElementFacts, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'

export const searchBox = { role: 'combobox', name: 'Search roles' } as const

/** Presses the toolbar button and waits for the menu of roles, ready to take keys. */
export async function openMenu(driver: Driver): Promise<Surface> {
  const popup = await driver.pressToolbarButton()
  await waitForMenu(popup)
  return popup
}

/** Waits until the menu of roles takes keys. */
export async function waitForMenu(popup: Surface): Promise<void> {
  await waitFor('the menu', async () => (await popup.all({ role: 'listbox', name: 'Roles' }))[0])
  await waitFor('the focus', async () => (await popup.all(searchBox)).find(({ focused }) => focused))
}

/** The rows in the document, as a screen reader is told them. */
export function rows(popup: Surface): Promise<readonly ElementFacts[]> {
  return popup.all({ role: 'option' })
}

/** The profile of the row that is selected, which the combobox names as the active one. */
export async function activeRole(popup: Surface): Promise<string> {
  const selected = (await rows(popup)).filter(({ attributes }) => attributes['aria-selected'] === 'true')
  const [box] = await popup.all(searchBox)
  const active = selected.filter(
    ({ attributes }) => attributes.id === box?.attributes['aria-activedescendant'],
  )
  if (selected.length !== 1 || !active[0]) throw new Error('There is not exactly one active row.')
  return profileName(active[0])
}

/** Returns the popup's alerts and statuses, next to its list. */
export async function says(popup: Surface): Promise<string> {
  const said = [...(await popup.all({ role: 'alert' })), ...(await popup.all({ role: 'status' }))]
  return said.map(({ text }) => text).join('\n')
}

/** The profile that a row is for. A row's name starts with it; those in the tests hold no blanks. */
export function profileName({ name }: ElementFacts): string {
  return name.split(' ')[0] ?? ''
}
