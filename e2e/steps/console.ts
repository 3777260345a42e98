import type { Driver, Surface } from '../browsers/driver'
import { expect } from '../test'
import { eventually } from './eventually'

/** What the demo console says of who is signed in, and where; '' for what is not so. */
export interface Who {
  readonly mode: string
  readonly partition: string
  readonly account: string
  readonly user: string
  readonly 'role-account': string
  readonly 'role-name': string
  readonly 'display-name': string
  readonly color: string
  readonly region: string
  readonly session: string
  readonly url: string
}

/** Waits until the console page says so. */
export async function expectWho(page: Surface, facts: Partial<Who>): Promise<void> {
  await eventually(async () => expect(await who(page)).toMatchObject(facts))
}

export async function who(page: Surface): Promise<Who> {
  const facts = await page.all({ css: '#who dd' })
  return Object.fromEntries(
    facts.map(({ attributes }) => [attributes.id?.replace('who-', ''), attributes['data-value']]),
  ) as unknown as Who
}

/** The active tab, once its page is the console's of the role. */
export async function roleTab(driver: Driver, displayName: string): Promise<Surface> {
  let found: Surface | undefined
  await eventually(async () => {
    found = (await driver.tabs()).find(({ active }) => active)?.surface
    expect(found && (await who(found))).toMatchObject({ 'display-name': displayName })
  })
  return found as Surface
}
