import { expect, test } from '../../testing/browser-test'
import { openOptions } from '../../testing/steps/configure'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { idsIn, send } from '../../testing/steps/other-extension'
import { signIn } from '../../testing/steps/sign-in'

const shop = '[shop]\naws_account_id = 333344445555\nrole_name = Operator\n'
const archive = '[archive]\naws_account_id = 555566667777\nrole_name = Reader\n'

const refusal = { result: 'failure', error: { message: 'Refused' } }

test('what an extension sends that the user has allowed is a list of the team’s, and nobody else is heard', async ({
  launchDriver,
  demo,
}) => {
  test.slow()
  const driver = await launchDriver({ otherExtension: 'testing/extensions/sender-extension' })
  const ids = idsIn(driver)
  const config = (data: unknown) => ({ action: 'updateConfig', dataType: 'ini', data })
  const options = await openOptions(driver)
  const sender = await driver.open(driver.otherExtensionUrl('sender.html'))
  const menu = async () => {
    await signIn(driver, demo)
    return (await openMenu(driver)).roles()
  }
  const state = async () => (await options.senders.states()).join()

  // It isn't allowed yet, so it's refused and nothing is stored.
  expect(await send(sender, ids.rolecall, config(shop))).toEqual(refusal)
  await options.activate()
  await options.senders.toggle()
  await options.senders.allow('somebody')
  await expect.poll(options.senders.problem).toContain('isn’t an extension id')
  await options.senders.allow(ids.sender)
  await expect.poll(state).toBe('It hasn’t sent anything yet.')

  // It's allowed, and is heard even if the background script has to be started first.
  await driver.stopBackground()
  expect(await send(sender, ids.rolecall, config(shop))).toEqual({ result: 'success' })
  await expect.poll(state).toMatch(/^It sent 1 role on /)
  expect(await menu()).toEqual(['shop'])

  // Any other message is refused in the same words. Text that isn't a list keeps the last list in use.
  expect(await send(sender, ids.rolecall, { action: 'readConfig' })).toEqual(refusal)
  expect(await send(sender, ids.rolecall, config('<!doctype html><p>Sign in'))).toMatchObject({
    result: 'failure',
    error: { message: 'The list is a web page' },
  })
  await expect.poll(state).toMatch(/^It sent 1 role on .* isn’t in use\. It isn’t INI text\./)
  expect(await menu()).toEqual(['shop'])

  // A change is shown, and reaches the menu.
  expect(await send(sender, ids.rolecall, config(shop + archive))).toEqual({ result: 'success' })
  await expect.poll(options.senders.changedProfiles).toContain('archive')
  expect(await menu()).toEqual(['shop', 'archive'])

  // If the user wants to approve changes, a change waits.
  await options.activate()
  await options.senders.answerChange()
  // Removing it moves the content below.
  await expect.poll(options.senders.change).toBeUndefined()
  await options.senders.toggleApproval()
  await expect.poll(options.senders.asks).toBe(true)
  expect(
    await send(sender, ids.rolecall, config(shop + archive.replace('555566667777', '666677778888'))),
  ).toEqual({ result: 'success' })
  await expect
    .poll(options.senders.change)
    .toMatch(/^A change is waiting for you.*archive now points to 666677778888/s)
  await signIn(driver, demo)
  const asked = await openMenu(driver)
  expect((await asked.rowNames()).join()).toContain('5555-6666-7777')
  await asked.close()
  await options.activate()
  await options.click({ role: 'button', name: 'Apply' })
  await expect.poll(options.senders.change).toBeUndefined()
  await signIn(driver, demo)
  const approved = await openMenu(driver)
  expect((await approved.rowNames()).join()).toContain('6666-7777-8888')
  await approved.close()

  // Once it's removed, its roles are gone at once, and it's no longer allowed.
  await options.activate()
  await options.click({ role: 'button', name: `Remove ${ids.sender}` })
  await expect.poll(options.senders.count).toBe(0)
  expect(await send(sender, ids.rolecall, config(archive))).toEqual(refusal)
  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect.poll(popup.shownText).toContain('No roles yet')
})
