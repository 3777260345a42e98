import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '../../testing/browser-test'
import type { AccessibleFacts, Driver } from '../../testing/browsers/driver'
import { waitFor } from '../../testing/browsers/wait'
import type { DemoConsole } from '../../testing/demo-console'
import { randomNumbers } from '../../testing/generators/random-numbers'
import { profileName } from '../../testing/pages/menu'
import type { OptionsPage } from '../../testing/pages/options-page'
import { seed } from '../../testing/seed'
import { openOptions } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'

const kills = 3
/** The kill happens during the last of them. */
const savesBetween = 4

test('of a save that the browser was killed in, all is in force afterwards or nothing', async ({
  launchDriver,
  demo,
}, testInfo) => {
  // Each start of a browser takes seconds, and many times as long on a busy machine.
  test.setTimeout(900_000)
  const random = randomNumbers(seed)
  const profile = testInfo.outputPath('profile')
  const ends = { old: 0, new: 0, confirmed: 0 }

  let driver = await launchDriver({ profile })
  let last = 0
  for (let kill = 1; kill <= kills; kill++) {
    const options = await openOptions(driver)
    let duration = 0
    for (let count = 1; count < savesBetween; count++) duration = await save(options, ++last)
    const confirmed = await saveUntilKilled(driver, options, ++last, random() * duration)

    driver = await launchDriver({ profile })
    const found = await saveInForce(driver, demo)
    // A text that the page reported as saved is never lost.
    expect(confirmed ? [last] : [last - 1, last], `kill ${kill} of the seed ${seed}`).toContain(found)
    ends[confirmed ? 'confirmed' : found === last ? 'new' : 'old']++
  }
  await driver.close()
  console.log(
    `${last} saves, ${kills} kills: ${ends.old} left the old text in force, ${ends.new} the new one before the page ` +
      `could say so, ${ends.confirmed} after it had. ROLECALL_SEED=${seed} has the same moments.`,
  )
})

/** Returns the text of a save. Its number is in each role's name, and in the number of roles. */
function textOf(number: number): string {
  const roles = Array.from({ length: countOf(number) }, (_, index) => {
    const account = 200_000_000_000 + index
    return `[save-${number}-role-${index}]\nsource_profile = base\naws_account_id = ${account}\nrole_name = Operator\n`
  })
  return ['[base]\naws_account_id = 111122223333\n', ...roles].join('\n')
}

function countOf(number: number): number {
  return 300 + number
}

/** Writes and saves the text of a save. Returns the milliseconds from the key until the page said that it was saved. */
async function save(options: OptionsPage, number: number): Promise<number> {
  await options.write(textOf(number))
  const start = Date.now()
  await options.press('Control+s')
  await waitForSaved(options, number)
  return Date.now() - start
}

/**
 * Does the same, but kills the browser this many milliseconds after the key. Returns whether the page had said that it
 * was saved.
 */
async function saveUntilKilled(
  driver: Driver,
  options: OptionsPage,
  number: number,
  moment: number,
): Promise<boolean> {
  await options.write(textOf(number))
  let killed = false
  const kill = delay(moment).then(() => {
    killed = true
    return driver.kill()
  })
  const confirmed = options
    .press('Control+s')
    .then(() => waitForSaved(options, number))
    .then(
      () => true,
      error => {
        if (!killed) throw error
        return false
      },
    )
  await kill
  await driver.close()
  return confirmed
}

/** Waits, in the page itself, until the page says that the save is done. */
function waitForSaved(options: OptionsPage, number: number): Promise<void> {
  return options.evaluate(
    start =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          const said = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)
          if (said.some(text => text.startsWith(start))) resolve()
        }
        new MutationObserver(look).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        })
        look()
        setTimeout(() => reject(new Error(`The page didn’t say “${start}”.`)), 60_000)
      }),
    `Saved ${countOf(number)} roles`,
  )
}

/** Returns the number of the save in use. Fails unless it's complete in storage, editor, preview and menu. */
async function saveInForce(driver: Driver, demo: DemoConsole): Promise<number> {
  const options = await openOptions(driver)
  const { text, profiles } = await readStored(options)
  const number = Number(/^\[save-(\d+)-role-0\]$/m.exec(text)?.[1])
  const whole = textOf(number)
  expect(text === whole, `whether ${text.length} characters are the ${whole.length} of save ${number}`).toBe(
    true,
  )
  expect(profiles).toBe(countOf(number) + 1)

  const lines = (await options.editor.lines()).map(({ text }) => text.trim())
  expect(lines.length).toBeGreaterThan(5)
  expect(lines).toEqual(whole.split('\n').slice(0, lines.length))
  // The preview waits for an administrator's settings, which Chromium takes seconds to return right after it starts.
  await waitFor('the preview', async () => (await options.preview.rows())[0])
  expectAll(number, await options.preview.rows())
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  expectAll(number, await menu.rows())
  await menu.close()
  return number
}

/** Fails unless the rows are the first of all roles of the save. */
function expectAll(number: number, found: readonly AccessibleFacts[]): void {
  expect(found.length).toBeGreaterThan(5)
  expect(found.map(profileName)).toEqual(found.map((_, index) => `save-${number}-role-${index}`))
  expect(found[0]?.attributes['aria-setsize']).toBe(String(countOf(number)))
}

/** Returns the text in use, and the number of profiles in its stored parsed form. */
function readStored(options: OptionsPage): Promise<{ readonly text: string; readonly profiles: number }> {
  return options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: {
          local: {
            get(): Promise<{
              readonly configuration: { readonly value: string }
              readonly parsed: { readonly value: { readonly profiles: number } }
            }>
          }
        }
      }
    }
    const { configuration, parsed } = await chrome.storage.local.get()
    return { text: configuration.value, profiles: parsed.value.profiles }
  })
}
