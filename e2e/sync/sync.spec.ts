import { expect, test } from '../../testing/browser-test'
import { forgetAll } from '../../testing/browsers/reset'
import { incompressible } from '../../testing/generators/incompressible'
import { profileName } from '../../testing/pages/menu'
import type { OptionsPage } from '../../testing/pages/options-page'
import { expectAccessible } from '../../testing/steps/axe'
import { openOptions, save } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import {
  type Items,
  lookAtSync,
  readSync,
  removeFromSync,
  textInForce,
  waitForSyncTrouble,
  waitUntilSynced,
  writeSync,
} from '../../testing/steps/sync'

const before = '[before]\naws_account_id = 111122223333\nrole_name = Operator\n'

/** Takes two chunks. */
const other = incompressible(before.replace('before', 'other'), 12_000)

/**
 * Returns a text's items, as a browser on another computer would write them. This browser writes them and then forgets
 * everything.
 */
async function itemsOf(options: OptionsPage, text: string): Promise<Items> {
  await saveHere(options, text)
  const items = await waitUntilSynced(options)
  await forgetAll(options)
  await options.reload()
  await expect.poll(options.sync.states).toHaveLength(1)
  return items
}

async function saveHere(options: OptionsPage, text: string): Promise<void> {
  await options.write(text)
  await save(options)
}

interface Header {
  readonly generation: string
}

/** Returns the items as another generation, made from the previous one. */
function restamped(items: Items, number: number, time = Date.now() + 60_000): Items {
  const name = (number: number) => `restam${String(number).padStart(2, '0')}`
  const entries = Object.entries(items).map(([key, item]) => {
    if (typeof item === 'string') return [key, name(number) + item.slice(8)]
    const { generation } = item as Header
    return [
      key,
      { ...(item as Header), time, generation: name(number), ancestors: [name(number - 1), generation] },
    ]
  })
  return Object.fromEntries(entries)
}

/** Returns the items, changed to say that their text was made from the other's. */
function madeFrom(items: Items, other: Items): Items {
  const { generation } = other.configuration as Header
  return { ...items, configuration: { ...(items.configuration as Header), ancestors: [generation] } }
}

function permutations<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  if (values.length < 2) return [values]
  return values.flatMap((first, index) =>
    permutations(values.toSpliced(index, 1)).map(rest => [first, ...rest]),
  )
}

test('what is saved lies in sync, and what comes from there is in force at once, in open pages too', async ({
  driver,
  demo,
}) => {
  const options = await openOptions(driver)
  const items = await itemsOf(options, other)
  expect(await readSync(options)).toEqual({})
  await writeSync(options, items)
  await waitUntilSynced(options)
  expect((await exportFile(driver, options)).toString()).toBe(other)
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  expect((await popup.all({ role: 'option' })).map(profileName)).toEqual(['other'])
})

test('a text that arrives in parts is taken up when the last is there, in whatever order they come', async ({
  driver,
}) => {
  test.slow()
  const options = await openOptions(driver)
  const longer = await itemsOf(options, other)
  await saveHere(options, before)
  const shorter = await waitUntilSynced(options)
  const orders = permutations(Object.keys(longer))
  expect(orders).toHaveLength(6)
  let [generation, parts] = [0, 0]
  for (const order of orders) {
    const next = restamped(longer, ++generation)
    const arriving = generation === 1 ? madeFrom(next, shorter) : next
    for (const [index, key] of order.entries()) {
      expect(await textInForce(options)).toBe(before)
      await writeSync(options, { [key]: arriving[key] })
      if (index === order.length - 1) break
      parts++
      await lookAtSync(options)
    }
    await expect(options).toHaveInForce(other)
    await writeSync(options, restamped(shorter, ++generation))
    await expect(options).toHaveInForce(before)
  }
  test.info().annotations.push({ type: 'count', description: `${parts} times a text was there in part` })
})

test('a byte that is damaged in any of the items leaves the text in force', async ({ driver }) => {
  const options = await openOptions(driver)
  const items = await itemsOf(options, other)
  await saveHere(options, before)
  const whole = madeFrom(restamped(items, 1), await waitUntilSynced(options))
  for (const [key, item] of Object.entries(whole)) {
    const damaged = typeof item === 'string' ? damage(item) : { ...(item as object), checksum: 'x' }
    await writeSync(options, { ...whole, [key]: damaged })
    await waitForSyncTrouble(options, /is arriving/)
    expect(await textInForce(options)).toBe(before)
  }
  await writeSync(options, whole)
  await expect(options).toHaveInForce(other)
})

function damage(chunk: string): string {
  const middle = Math.floor(chunk.length / 2)
  return chunk.slice(0, middle) + (chunk[middle] === 'a' ? 'b' : 'a') + chunk.slice(middle + 1)
}

test('two texts saved at the same time are both kept, compared and merged', async ({ driver }) => {
  const base = `${before}\n[second]\naws_account_id = 222233334444\nrole_name = Reader\n`
  const theirs = base.replace('Operator', 'Admin')
  const ours = base.replace('Reader', 'Auditor')

  const options = await openOptions(driver)
  await saveHere(options, base)
  const shared = await waitUntilSynced(options)
  // The other computer's text is made from the shared one, like ours will be.
  const away = await itemsOf(options, theirs)
  await writeSync(options, shared)
  await expect(options).toHaveInForce(base)

  await saveHere(options, ours)
  await waitUntilSynced(options)
  await writeSync(options, madeFrom(restamped(away, 1), shared))
  await expect(options).toHaveInForce(theirs)

  await options.click({ role: 'button', name: 'Compare them' })
  await expect(options).toShow({ role: 'dialog' })
  await expectAccessible(options, 'two texts compared')
  await expect.poll(options.dialog.addedLines).toEqual(['+ role_name = Operator', '+ role_name = Auditor'])
  await options.click({ role: 'button', name: 'Merge both' })
  await save(options)
  const merged = ours.replace('Operator', 'Admin')
  expect(await textInForce(options)).toBe(merged)
  await expect(options).not.toShow({ role: 'alert' })
})

for (const choice of ['Keep this one', 'Use the other one'] as const) {
  test(`of two texts saved at the same time: ${choice}`, async ({ driver }) => {
    const options = await openOptions(driver)
    const items = await itemsOf(options, other)
    await saveHere(options, before)
    await waitUntilSynced(options)
    const late = { ...(items.configuration as object), time: Date.now() + 60_000 }
    await writeSync(options, { ...items, configuration: late })
    await options.click({ role: 'button', name: 'Compare them' })
    await options.click({ role: 'button', name: choice })
    if (choice === 'Use the other one') await save(options)
    await expect(options).not.toShow({ role: 'alert' })
    expect(await textInForce(options)).toBe(choice === 'Use the other one' ? before : other)
    if (choice === 'Keep this one') {
      await options.undo()
      await expect(options).toShow({ role: 'button', name: 'Compare them' })
    }
  })
}

test('a text that is too large stays whole, and the page says so before and after saving', async ({
  driver,
}) => {
  const options = await openOptions(driver)
  await saveHere(options, before)
  const items = await waitUntilSynced(options)
  const large = incompressible(before, 120_000)
  await options.write(large)
  await expect.poll(options.sync.fullness).toContain('Too large to sync')
  await save(options)
  await waitForSyncTrouble(options, /^This list is too large/)
  await options.open('team')
  await expectAccessible(options, 'a text too large for sync')
  expect(await textInForce(options)).toBe(large)
  expect(await readSync(options)).toEqual(items)
})

test('what a later version wrote to sync is left alone, and said', async ({ driver }) => {
  const options = await openOptions(driver)
  const later = { format: 2, something: 'else' }
  await writeSync(options, { configuration: later })
  await saveHere(options, before)
  await waitForSyncTrouble(options, /^A newer version of Rolecall wrote/)
  expect(await readSync(options)).toEqual({ configuration: later })
  expect(await textInForce(options)).toBe(before)
})

test('with sync off nothing is written there and nothing taken, until it is on again', async ({ driver }) => {
  const options = await openOptions(driver)
  const items = await itemsOf(options, other)
  await options.reload()
  await options.settings.turn({ role: 'checkbox', name: 'Sync my list' }, false)
  await saveHere(options, before)
  await writeSync(options, { ...items, configuration: { ...(items.configuration as object), time: 1 } })
  await options.settings.turn({ role: 'checkbox', name: 'Sync my list' }, true)
  // The previous text is the later one, so it's written now, and the other is offered.
  await options.click({ role: 'button', name: 'Compare them' })
  await options.click({ role: 'button', name: 'Keep this one' })
  await waitUntilSynced(options)
  expect(await textInForce(options)).toBe(before)
})

test('sync that is empty all at once may be another account’s: it is filled when the user says so', async ({
  driver,
}) => {
  const options = await openOptions(driver)
  await saveHere(options, before)
  const items = await waitUntilSynced(options)
  await removeFromSync(options, ...Object.keys(items))
  await waitForSyncTrouble(options, /^The browser’s sync is empty, though your list was in it\./)
  expect(await options.attention('team')).toBe('Your list isn’t syncing')
  await options.open('team')
  await expectAccessible(options, 'sync that is empty all at once')
  await saveHere(options, `${before}# more\n`)
  await lookAtSync(options)
  expect(await readSync(options)).toEqual({})
  expect(await textInForce(options)).toBe(`${before}# more\n`)
  await options.open('team')
  await options.click({ role: 'button', name: 'Sync this list' })
  await waitUntilSynced(options)
  expect(Object.keys(await readSync(options)).sort()).toEqual(Object.keys(items).sort())
})

test('another account’s list in sync is not written over by a later one of the first', async ({ driver }) => {
  const options = await openOptions(driver)
  const items = await itemsOf(options, other)
  await saveHere(options, before)
  await waitUntilSynced(options)
  // Older than the text in use, and unrelated to it.
  const theirs = { ...items, configuration: { ...(items.configuration as object), time: 1 } }
  await writeSync(options, theirs)
  await expect(options).toHaveInForce(other)
  expect(await readSync(options)).toEqual(theirs)
  await options.click({ role: 'button', name: 'Compare them' })
  await options.click({ role: 'button', name: 'Use the other one' })
  await save(options)
  expect(await textInForce(options)).toBe(before)
  await expect(options).not.toShow({ role: 'alert' })
})

test('a list that nobody has decided about stays when more come, and each is decided by itself', async ({
  driver,
}) => {
  const options = await openOptions(driver)
  const items = await itemsOf(options, other)
  const own = (number: number) => before.replace('before', `own-${number}`)
  const conflicts = async () => (await options.all({ role: 'alert' })).map(({ text }) => text.trim())
  for (const number of [1, 2, 3]) {
    await saveHere(options, own(number))
    await waitUntilSynced(options)
    const generation = `foreign${number}`
    const time = Date.now() + 60_000 * number
    const configuration = { ...(items.configuration as object), generation, time, ancestors: [] }
    const chunks = Object.entries(items).filter(([key]) => key !== 'configuration')
    const restamped = chunks.map(([key, chunk]) => [key, generation + String(chunk).slice(8)])
    await writeSync(options, { ...Object.fromEntries(restamped), configuration })
    await expect(options).toHaveInForce(other)
  }
  await expect.poll(async () => (await conflicts()).join()).toContain('2 more are kept after that one.')
  for (const number of [1, 2, 3]) {
    await options.click({ role: 'button', name: 'Compare them' })
    await expect.poll(options.dialog.addedLines).toContainEqual(expect.stringContaining(`own-${number}`))
    await options.click({ role: 'button', name: 'Keep this one' })
    await expect(options).not.toShow({ role: 'dialog' })
    await expect.poll(async () => (await conflicts()).length).toBe(number === 3 ? 0 : 1)
  }
})

test('a decision about lists that have changed since they were shown is refused', async ({ driver }) => {
  const options = await openOptions(driver)
  const items = await itemsOf(options, other)
  await saveHere(options, before)
  await waitUntilSynced(options)
  await writeSync(options, {
    ...items,
    configuration: { ...(items.configuration as object), time: Date.now() + 60_000 },
  })
  await options.click({ role: 'button', name: 'Compare them' })
  await expect(options).toShow({ role: 'dialog' })
  // In the meantime, in another window.
  const second = await openOptions(driver)
  await saveHere(second, `${other}# more\n`)
  await options.activate()
  await options.click({ role: 'button', name: 'Keep this one' })
  await expect.poll(options.alerts).toContain('The lists have changed since you opened them')
  expect((await options.all({ role: 'alert' })).map(({ text }) => text).join()).toContain(
    'Two of your browsers',
  )
})
