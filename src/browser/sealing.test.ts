import { afterEach, describe, expect, it, vi } from 'vitest'

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown

const { browser, listeners } = vi.hoisted(() => {
  const listeners: Listener[] = []
  return {
    listeners,
    browser: {
      extension: { inIncognitoContext: false },
      runtime: {
        id: 'rolecall',
        getURL: (path: string) => `chrome-extension://rolecall/${path}`,
        onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
      },
    },
  }
})
vi.mock('./api', () => ({ browser }))

/** A database of one store, with as much as the key needs. */
function database(values: Map<number, unknown>) {
  const request = (result: unknown) => {
    const asked = { result, onsuccess: () => {} }
    queueMicrotask(() => asked.onsuccess())
    return asked
  }
  const store = {
    get: (key: number) => request(values.get(key)),
    add: (value: unknown, key: number) => request(values.set(key, value)),
  }
  return { open: () => request({ transaction: () => ({ objectStore: () => store }), close: () => {} }) }
}

/** The background script after a restart. */
async function start(values: Map<number, unknown>) {
  vi.resetModules()
  vi.stubGlobal('indexedDB', database(values))
  const secrets = await import('./sealing')
  secrets.registerSealing()
  return secrets
}

afterEach(() => {
  browser.extension.inIncognitoContext = false
})

describe('a secret', () => {
  it('is sealed differently each time, and unsealed after the next start', async () => {
    const values = new Map()
    const { seal } = await start(values)
    const [one, other] = await seal(['Bearer not-to-be-seen', 'Bearer not-to-be-seen'])
    expect(one).not.toContain('Bearer')
    expect(one).not.toBe(other)
    const { unseal } = await start(values)
    expect(await unseal([one ?? '', other ?? ''])).toEqual(['Bearer not-to-be-seen', 'Bearer not-to-be-seen'])
  })

  it('is missing if the key is lost or someone has changed it', async () => {
    const { seal } = await start(new Map())
    const [text = ''] = await seal(['Bearer not-to-be-seen'])
    const { unseal } = await start(new Map())
    expect(await unseal([text, 'sealed:', 'sealed:?', 'neither'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is stored unsealed if the browser keeps no database', async () => {
    browser.extension.inIncognitoContext = true
    const { seal, unseal } = await start(new Map())
    const kept = await seal(['Bearer x'])
    expect(await unseal(kept)).toEqual(['Bearer x'])
  })

  it('is unsealed for the extension’s own pages, but not for a content script or another extension', async () => {
    const { seal } = await start(new Map())
    const texts = await seal(['Bearer x'])
    const listener = listeners.at(-1)
    const asked = { secrets: 'unseal', texts }
    const ask = (message: unknown, sender: object) =>
      new Promise(resolve => {
        if (listener?.(message, sender, resolve) !== true) resolve('not heard')
      })
    const page = { id: 'rolecall', url: 'chrome-extension://rolecall/options/index.html' }
    expect(await ask(asked, page)).toEqual({ texts: ['Bearer x'] })
    for (const sender of [
      { id: 'rolecall', url: 'https://eu-west-1.console.aws.amazon.com/', tab: { id: 1 } },
      { id: 'rolecall' },
      { id: 'other', url: page.url },
    ])
      expect(await ask(asked, sender)).toBe('not heard')
    expect(await ask({ secrets: 'unseal', texts: [1] }, page)).toBe('not heard')
    expect(await ask('unseal', page)).toBe('not heard')
  })
})
