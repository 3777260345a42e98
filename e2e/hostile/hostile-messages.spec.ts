import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { OptionsPage } from '../../testing/pages/options-page'
import { configure, openOptions } from '../../testing/steps/configure'
import { idsIn, send } from '../../testing/steps/other-extension'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'
import { startTeam, teamHost, teamUrl, useTeamUrl } from '../../testing/steps/team'
import { teamText } from '../../testing/team-test'

const text = `[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
`
const refusal = { result: 'failure', error: { message: 'Refused' } }

declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'session' | 'sync', { get(): Promise<object> }>>
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
  readonly tabs: { query(query: object): Promise<readonly { readonly id: number }[]> }
  readonly scripting: {
    executeScript(injection: object): Promise<readonly { readonly result: unknown }[]>
  }
}

/** Returns all stored data, as text. */
function kept(options: OptionsPage): Promise<string> {
  return options.evaluate(async () => {
    const areas = await Promise.all([
      chrome.storage.local.get(),
      chrome.storage.session.get(),
      chrome.storage.sync.get(),
    ])
    return JSON.stringify(areas)
  })
}

/** Returns all stored data, once the saved text is in the browser's sync too. */
async function keptAtRest(options: OptionsPage): Promise<string> {
  let all = ''
  await expect(async () => {
    all = await kept(options)
    expect(all).toContain('"edited":false')
  }).toPass()
  return all
}

/** Messages that a page or another extension might try. */
const messages: readonly unknown[] = [
  'synchronize',
  'refresh-team',
  'mark',
  'mark-again',
  '',
  null,
  0,
  true,
  [],
  ['synchronize'],
  {},
  { kind: 'synchronize' },
  { request: 'refresh-team' },
  { action: 'updateConfig' },
  { action: 'updateConfig', dataType: 'ini' },
  { action: 'updateConfig', dataType: 'ini', data: null },
  { action: 'updateConfig', dataType: 'ini', data: 5 },
  { action: 'updateConfig', dataType: 'ini', data: [text] },
  { action: 'updateConfig', dataType: 'ini', data: { toString: text } },
  { action: 'updateConfig', dataType: 'json', data: text },
  { action: ['updateConfig'], dataType: 'ini', data: text },
  { action: 'UpdateConfig', dataType: 'ini', data: text },
  { action: 'constructor', dataType: '__proto__', data: text },
  JSON.parse(`{"__proto__": ${JSON.stringify({ action: 'updateConfig', dataType: 'ini', data: text })}}`),
]
/** Valid, so that only the sender decides. */
const right = { action: 'updateConfig', dataType: 'ini', data: text.replaceAll('Operator', 'Other') }
/** In the right format, but not a list. */
const wrong = [
  '',
  ' ',
  '<!doctype html>',
  '{"a": 1}',
  '\0\0',
  'x'.repeat(6_000_000),
  '[a]\nrole_name = ?\n',
].map(data => ({ action: 'updateConfig', dataType: 'ini', data }))

test('what other extensions send changes nothing, unless it is a list of one that is allowed', async ({
  launchDriver,
}) => {
  test.slow()
  const driver = await launchDriver({ otherExtension: 'testing/extensions/sender-extension' })
  const ids = idsIn(driver)
  const options = await configure(driver, text)
  const before = await keptAtRest(options)
  const sender = await driver.open(driver.otherExtensionUrl('sender.html'))
  for (const message of [...messages, ...wrong, right]) {
    expect(await send(sender, ids.rolecall, message), JSON.stringify(message).slice(0, 80)).toEqual(refusal)
  }
  expect(await kept(options)).toBe(before)

  await options.activate()
  await options.senders.toggle()
  await options.senders.allow(ids.sender)
  await expect.poll(options.senders.count).toBe(1)
  const allowed = await kept(options)
  for (const message of messages) {
    expect(await send(sender, ids.rolecall, message), JSON.stringify(message).slice(0, 80)).toEqual(refusal)
  }
  expect(await kept(options)).toBe(allowed)
  for (const message of wrong) {
    expect(await send(sender, ids.rolecall, message)).toMatchObject({ result: 'failure' })
  }
  // Only the failure is stored, and nothing else.
  expect(await kept(options)).not.toContain('Other')
  expect(await send(sender, ids.rolecall, right)).toEqual({ result: 'success' })
  expect(await kept(options)).not.toBe(allowed)
  console.log(
    `${driver.name}: ${messages.length + wrong.length + 1} messages of a stranger and ${messages.length + wrong.length} of an allowed extension refused.`,
  )
})

test('what a page says, and what our script in it says, sets nothing going', async ({
  launchDriver,
  demo,
}) => {
  test.slow()
  const server = await startTeam(demo)
  try {
    const driver = await launchDriver({
      grants: [...consolePatterns, `https://${teamHost}/*`],
      authorities: [demo.certificateAuthority, server.certificateAuthority],
    })
    server.answer('/roles.ini', { kind: 'text', text: teamText })
    await storeList(driver, text)
    const options = await openOptions(driver)
    await useTeamUrl(options, teamUrl, /^The list has 2 roles\./)
    await options.settings.turn({ role: 'checkbox', name: 'Name before the title' }, true)
    const page = await signIn(driver, demo)
    await expect(page).toBeTitled(/^identity · /)
    const [title, before, asked] = [await page.title(), await keptAtRest(options), server.requests.length]

    const hasRuntime = await page.evaluate(
      async messages => {
        for (const message of messages) {
          window.postMessage(message, '*')
          window.dispatchEvent(new MessageEvent('message', { data: message, source: window }))
          for (const target of [window, document]) {
            target.dispatchEvent(new CustomEvent('rolecall', { detail: message }))
          }
        }
        const { chrome, browser } = globalThis as { chrome?: { runtime?: object }; browser?: object }
        return chrome?.runtime !== undefined || browser !== undefined
      },
      messages as readonly string[],
    )
    expect(hasRuntime).toBe(false)

    // Runs in the world of the script that marks pages, which has the extension's id.
    const answers = await options.evaluate(
      async messages => {
        const tabs = await chrome.tabs.query({ url: 'https://*.console.aws.amazon.com/*' })
        const [injection] = await chrome.scripting.executeScript({
          target: { tabId: tabs[0]?.id },
          args: [messages],
          func: (messages: readonly unknown[]) =>
            Promise.all(
              messages.map(message =>
                Promise.race([
                  chrome.runtime.sendMessage(message).then(
                    answer => answer ?? 'nothing',
                    () => 'nothing',
                  ),
                  new Promise(resolve => setTimeout(() => resolve('nothing'), 3_000)),
                ]),
              ),
            ),
        })
        return injection?.result as readonly unknown[]
      },
      messages.filter(message => message !== 'mark') as readonly string[],
    )
    expect(answers).toEqual(answers.map(() => 'nothing'))
    expect(answers).toHaveLength(messages.length - 1)

    expect(await page.title()).toBe(title)
    expect(await kept(options)).toBe(before)
    expect(server.requests).toHaveLength(asked)
    console.log(
      `${driver.name}: ${messages.length} messages of a page, and ${answers.length} of the script in it, unheard.`,
    )
  } finally {
    await server.close()
  }
})
