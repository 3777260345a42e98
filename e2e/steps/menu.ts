import type { Driver, ElementFacts, Surface } from '../browsers/driver'
import { expect } from '../test'
import { eventually } from './eventually'

export const searchBox = { role: 'combobox', name: 'Search roles' } as const

/** Presses the toolbar button and waits for the menu. */
export async function openMenu(driver: Driver): Promise<Surface> {
  const popup = await driver.pressToolbarButton()
  await eventually(async () => expect(await popup.all({ role: 'listbox', name: 'Roles' })).toHaveLength(1))
  return popup
}

/** The rows in the document, as a screen reader is told them. */
export function rows(popup: Surface): Promise<readonly ElementFacts[]> {
  return popup.all({ role: 'option' })
}

/** Waits until exactly these profiles are listed, in this order. All of them have to fit in view. */
export async function expectRoles(popup: Surface, names: readonly string[]): Promise<void> {
  await eventually(async () => expect((await rows(popup)).map(profileName)).toEqual(names))
}

/** Waits until the combobox names the row of the profile as the active one, and that row is the selected one. */
export async function expectActive(popup: Surface, name: string): Promise<void> {
  await eventually(async () => {
    const active = (await rows(popup)).filter(({ attributes }) => attributes['aria-selected'] === 'true')
    const [box] = await popup.all(searchBox)
    expect(active.map(profileName)).toEqual([name])
    expect(box?.attributes['aria-activedescendant']).toBe(active[0]?.attributes.id)
  })
}

/** Waits until the popup says a sentence, in a status or an alert. */
export async function expectSays(popup: Surface, sentence: string | RegExp): Promise<void> {
  await eventually(async () => {
    const said = [...(await popup.all({ role: 'alert' })), ...(await popup.all({ role: 'status' }))]
    expect(said.map(({ text }) => text).join('\n')).toMatch(sentence)
  })
}

/** A row's name starts with the profile's; the names in the tests hold no blanks. */
function profileName({ name }: ElementFacts): string {
  return name.split(' ')[0] ?? ''
}
