import type { Driver, Memory, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import type { DemoConsole } from '../demo-console'
import { generatedBase, generatedConfiguration } from '../generators/generated-configuration'
import type { TeamServer } from '../team-server'
import { configure } from './configure'
import { signIn } from './sign-in'
import { refreshTeam, teamUrl, useTeamUrl } from './team'

declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'session' | 'sync', { get(): Promise<object> }>>
}

/** The extension's resources after this many menu openings and refreshes of a team list. */
export interface Sample {
  readonly openings: number
  readonly refreshes: number
  /** Measured after a garbage collection, with the menu open and the options page in the background. */
  readonly memory: Memory
  /** Size of each storage area as JSON, in characters. */
  readonly stored: Readonly<Record<'local' | 'session' | 'sync', number>>
}

export interface LongUse {
  readonly driver: Driver
  readonly demo: DemoConsole
  readonly server: TeamServer
}

export interface Amount {
  readonly openings: number
  readonly refreshes: number
  readonly samples: number
}

interface End {
  /** Whether the same background script did all of it. A script that was stopped would hide what it held. */
  readonly isOneLife: boolean
}

const roles = 200
/** A name in the background script's own scope, which shows whether it was stopped. */
const life = '__longUse'

/**
 * Presses the toolbar button over and over, types a letter into the menu and closes it. In between, fetches a team list
 * that is different each time. Calls `onSample` now and then.
 */
export async function useForLong(
  { driver, demo, server }: LongUse,
  { openings, refreshes, samples }: Amount,
  onSample: (sample: Sample) => void,
): Promise<End> {
  server.answer('/roles.ini', { kind: 'text', text: teamText(0) })
  const options = await configure(driver, generatedConfiguration(roles))
  // The preview's rows move the content below them.
  await waitFor('the preview', async () => (await options.preview.rows()).length > 0)
  await useTeamUrl(options, teamUrl, /^The list has 2 roles\./)
  await signIn(driver, demo, { mode: 'multi-session', account: generatedBase })
  await driver.evaluateInBackground(life => {
    Object.assign(globalThis, { [life]: true })
  }, life)

  let refreshed = 0
  for (let opened = 1; opened <= openings; opened++) {
    for (; refreshed < (opened * refreshes) / openings; refreshed++) {
      server.answer('/roles.ini', { kind: 'text', text: teamText(refreshed + 1) })
      await refreshTeam(options)
    }
    const menu = await openAndType(driver)
    if (opened % (openings / samples) === 0) {
      const [memory, stored] = [await driver.memory(), await storedSizes(options)]
      onSample({ openings: opened, refreshes: refreshed, memory, stored })
    }
    await menu.close()
  }
  const fetched = server.requests.filter(({ status }) => status === 200).length
  if (fetched !== refreshes + 1) throw new Error(`The list was fetched ${fetched} times.`)
  return { isOneLife: await driver.evaluateInBackground(life => life in globalThis, life) }
}

/** Returns a text of the same length for each number. */
function teamText(number: number): string {
  const name = `shop-${String(number).padStart(6, '0')}`
  return `[${name}]\naws_account_id = 333344445555\nrole_name = Operator\n\n[archive]\naws_account_id = 555566667777\nrole_name = Reader\n`
}

/**
 * Opens the menu by its button, and resolves once it has loaded all its modules and shows the results. If Firefox
 * closes it while it imports a module, it never frees it.
 */
async function openAndType(driver: Driver): Promise<Surface> {
  const menu = await driver.pressToolbarButton()
  const rows = await menu.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => {
          if (list.getEntriesByName('rolecall-settled').length === 0) return
          resolve(document.querySelectorAll('[role=option]').length)
        }).observe({ type: 'mark', buffered: true })
      }),
  )
  if (rows === 0) throw new Error('The menu is empty.')
  await menu.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const box = document.querySelector('input')
        if (!box) return reject(new Error('There is no search box.'))
        box.value = 'identity'
        box.dispatchEvent(new InputEvent('input', { bubbles: true }))
        requestAnimationFrame(() => resolve())
      }),
  )
  return menu
}

function storedSizes(page: Surface): Promise<Sample['stored']> {
  return page.evaluate(async () => {
    const size = async (area: 'local' | 'session' | 'sync') =>
      JSON.stringify(await chrome.storage[area].get()).length
    return { local: await size('local'), session: await size('session'), sync: await size('sync') }
  })
}
