import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageFacts } from '../src/aws/page-facts'

const browser = vi.hoisted(() => ({ calls: [] as string[], url: '', items: {} as Record<string, unknown> }))
const api = vi.hoisted(() => {
  const call = (name: string, answer: () => unknown) => async () => {
    browser.calls.push(name)
    return answer()
  }
  const facts: PageFacts = {
    loginAccount: '1111-2222-3333',
    loginUser: 'engineer',
    form: 'elements',
    signInEndpoint: 'https://signin.aws.amazon.com',
  }
  return {
    tabs: { query: call('tabs.query', () => [{ id: 1, index: 0, windowId: 1, url: browser.url }]) },
    scripting: { executeScript: call('scripting.executeScript', () => [{ result: facts }]) },
    permissions: { contains: call('permissions.contains', () => false) },
    storage: {
      local: { get: call('storage.local.get', () => browser.items) },
      session: { get: call('storage.session.get', () => ({})) },
    },
    i18n: { getMessage: (key: string) => key },
  }
})
vi.mock('../src/browser/own-api', async original => ({ ...(await original<object>()), ownApi: api }))
vi.mock('../src/browser/api', () => ({ browser: api }))

beforeEach(() => {
  vi.resetModules()
  browser.calls.length = 0
})

/** Returns the calls of the browser's functions until the menu's data is there, sorted by name. */
async function callsOnOpening(url: string): Promise<readonly string[]> {
  const { parseTogether } = await import('../src/config/resolve/parse-together')
  const { packList } = await import('../src/storage/pack-list')
  browser.url = url
  browser.items = Object.assign({}, ...(await packList(text, parseTogether(text, []))))
  const { askBrowser } = await import('./ask-browser')
  const { load } = await import('./load')
  const loaded = await load(askBrowser())
  expect(loaded).toMatchObject({ facts: { list: { targets: { roles: [{ name: 'shop' }] } } } })
  return [...browser.calls].sort()
}

const text = `[base]
aws_account_id = 111122223333

[shop]
source_profile = base
aws_account_id = 333344445555
role_name = Operator
`

describe('before the list is shown, the menu calls', () => {
  it('four functions of the browser in classic mode: two of them read everything stored', async () => {
    expect(await callsOnOpening('https://eu-west-1.console.aws.amazon.com/console/home')).toEqual([
      'scripting.executeScript',
      'storage.local.get',
      'storage.session.get',
      'tabs.query',
    ])
  })

  it('six in multi-session mode, which also has to know the other sessions’ tabs', async () => {
    const host = '111122223333-abcdefgh.eu-west-1.console.aws.amazon.com'
    expect(await callsOnOpening(`https://${host}/console/home`)).toEqual([
      'permissions.contains',
      'scripting.executeScript',
      'storage.local.get',
      'storage.session.get',
      'tabs.query',
      'tabs.query',
    ])
  })
})
