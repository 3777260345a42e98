import { expect, test } from '../../testing/browser-test'
import { openOptions } from '../../testing/steps/configure'
import { eventually } from '../../testing/steps/eventually'
import { openMenu, profileName, rows } from '../../testing/steps/menu'
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
    return (await rows(await openMenu(driver))).map(profileName)
  }
  const state = async () =>
    (await options.all({ css: '.senders .sync-state' })).map(({ text }) => text).join()

  // It isn't allowed yet, so it's refused and nothing is stored.
  expect(await send(sender, ids.rolecall, config(shop))).toEqual(refusal)
  await options.activate()
  await options.click({ css: '.senders summary' })
  await options.fill({ label: 'Extension id' }, 'somebody')
  await options.click({ role: 'button', name: 'Allow' })
  await eventually(async () =>
    expect((await options.all({ css: '#sender-problem' }))[0]?.text).toContain('isn’t an extension id'),
  )
  await options.fill({ label: 'Extension id' }, ids.sender)
  await options.click({ role: 'button', name: 'Allow' })
  await eventually(async () => expect(await state()).toBe('It hasn’t sent anything yet.'))

  // It's allowed, and is heard even if the background script has to be started first.
  await driver.stopBackground()
  expect(await send(sender, ids.rolecall, config(shop))).toEqual({ result: 'success' })
  await eventually(async () => expect(await state()).toMatch(/^It sent 1 role on /))
  expect(await menu()).toEqual(['shop'])

  // Any other message is refused in the same words. Text that isn't a list keeps the last list in use.
  expect(await send(sender, ids.rolecall, { action: 'readConfig' })).toEqual(refusal)
  expect(await send(sender, ids.rolecall, config('<!doctype html><p>Sign in'))).toMatchObject({
    result: 'failure',
    error: { message: 'The list is a web page' },
  })
  await eventually(async () =>
    expect(await state()).toMatch(/^It sent 1 role on .* isn’t in use\. It isn’t INI text\./),
  )
  expect(await menu()).toEqual(['shop'])

  // A change is shown, and reaches the menu.
  expect(await send(sender, ids.rolecall, config(shop + archive))).toEqual({ result: 'success' })
  await eventually(async () =>
    expect((await options.all({ css: '.senders .changed-profiles' }))[0]?.text).toContain('archive'),
  )
  expect(await menu()).toEqual(['shop', 'archive'])

  // If the user wants to approve changes, a change waits.
  await options.activate()
  await options.click({ css: '.senders .team-change button' })
  // Removing it moves the content below.
  await eventually(async () => expect(await options.all({ css: '.senders .team-change' })).toEqual([]))
  await options.click({ css: '.senders li input[type=checkbox]' })
  await eventually(async () =>
    expect(await options.all({ css: '.senders li input[type=checkbox]:checked' })).toHaveLength(1),
  )
  expect(
    await send(sender, ids.rolecall, config(shop + archive.replace('555566667777', '666677778888'))),
  ).toEqual({ result: 'success' })
  await eventually(async () =>
    expect((await options.all({ css: '.senders .team-change' }))[0]?.text).toMatch(
      /^A change is waiting for you.*archive now points to 666677778888/s,
    ),
  )
  await signIn(driver, demo)
  const asked = await openMenu(driver)
  expect((await rows(asked)).map(({ name }) => name).join()).toContain('555566667777')
  await asked.close()
  await options.activate()
  await options.click({ role: 'button', name: 'Apply' })
  await eventually(async () => expect(await options.all({ css: '.senders .team-change' })).toEqual([]))
  await signIn(driver, demo)
  const approved = await openMenu(driver)
  expect((await rows(approved)).map(({ name }) => name).join()).toContain('666677778888')
  await approved.close()

  // Once it's removed, its roles are gone at once, and it's no longer allowed.
  await options.activate()
  await options.click({ role: 'button', name: `Remove ${ids.sender}` })
  await eventually(async () => expect(await options.all({ css: '.sender' })).toEqual([]))
  expect(await send(sender, ids.rolecall, config(archive))).toEqual(refusal)
  await signIn(driver, demo)
  const popup = await driver.pressToolbarButton()
  await eventually(async () => expect((await popup.all({ css: 'main' }))[0]?.text).toContain('No roles yet'))
})
