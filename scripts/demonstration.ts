import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver, Surface } from '../testing/browsers/driver'
import { waitFor } from '../testing/browsers/wait'
import type { DemoConsole } from '../testing/demo-console'
import { profileName } from '../testing/pages/menu'
import { configure } from '../testing/steps/configure'
import { activeTab, waitForRole } from '../testing/steps/console'
import { openMenu } from '../testing/steps/menu'
import { signIn } from '../testing/steps/sign-in'

const example = 'examples/rolecall.ini'
const query = 'pay prod'

/** Loads the example and signs in to its base account. Returns the options page; the console is the active tab. */
export async function setUp(driver: Driver, demo: DemoConsole): Promise<Surface> {
  const options = await configure(driver, readFileSync(example, 'utf8'))
  await signIn(driver, demo)
  return options
}

/** Switches to a role like a person, prints each result, and saves pictures of it in the folder. */
export async function showSwitch(driver: Driver, options: Surface, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const picture = (surface: Surface, name: string) => surface.screenshot(join(folder, `${name}.png`))
  await picture(options, 'options')

  const popup = await openMenu(driver)
  // The console says late who is signed in, and the menu waits for it.
  const found = await waitFor('the roles', async () => {
    const found = await popup.rows()
    return found.length > 0 && found
  })
  console.log(`${example}: ${found.length} roles to switch to from here.`)
  await picture(popup, 'popup')
  await popup.emulate({ colorScheme: 'dark' })
  await picture(popup, 'popup-dark')
  await popup.emulate({ colorScheme: 'light' })

  await popup.type(query)
  const [first] = await popup.rows()
  console.log(`Typed “${query}” and pressed Enter for ${first && profileName(first)}.`)
  await picture(popup, 'popup-search')
  await popup.press('Enter')

  const who = await waitForRole(driver)
  console.log(`The console says: ${who['role-name']} in ${who['role-account']}, as ${who['display-name']}.`)
  await picture(await activeTab(driver), 'console')
  console.log(`Pictures of each step are in ${folder}.`)
}
