import { beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseSettings } from './choose-settings'
import {
  defaultSettings,
  knownSettings,
  policyItem,
  readSettings,
  settingsInForce,
  settingsItem,
} from './settings'

const { items, storage } = vi.hoisted(() => {
  const items = new Map<string, unknown>()
  const local = {
    get: async (key: string) => ({ [key]: items.get(key) }),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) items.set(key, value)
    },
  }
  return { items, storage: { local } }
})
vi.mock('../browser/api', () => ({ browser: { storage } }))

// One after the other, as browsers do.
let last: Promise<unknown> = Promise.resolve()
vi.stubGlobal('navigator', {
  locks: {
    request: (_: string, work: () => Promise<unknown>) => {
      last = last.then(work, work)
      return last
    },
  },
})

beforeEach(() => items.clear())

describe('the effective settings', () => {
  it.each([
    ['are the defaults if nobody has set anything', {}, {}, {}],
    ['are the user’s', { theme: 'dark' }, {}, { theme: 'dark' }],
    ['are an administrator’s', {}, { theme: 'dark', sync: false }, { theme: 'dark', sync: false }],
    ['are an administrator’s before the user’s', { theme: 'light' }, { theme: 'dark' }, { theme: 'dark' }],
    [
      'are the user’s before a default of an administrator’s',
      { theme: 'light' },
      { theme: 'dark', order: 'name', changeable: ['theme', 'order'] },
      { theme: 'light', order: 'name' },
    ],
    [
      'are the user’s even if those are the defaults',
      { theme: 'system', sync: true },
      { theme: 'dark', sync: false, changeable: ['theme', 'sync'] },
      {},
    ],
    ['leave out what an administrator has set wrongly', { theme: 'light' }, { theme: 7 }, { theme: 'light' }],
    [
      'are locked if the list of changeable ones isn’t a list',
      { theme: 'light' },
      { theme: 'dark', changeable: 'theme' },
      { theme: 'dark' },
    ],
  ] as const)('%s', (_, chosen, managed, anew) => {
    expect(settingsInForce(chosen, managed)).toEqual({ ...defaultSettings, ...anew })
  })

  it('are an administrator’s even if the user’s choices can’t be read', async () => {
    await policyItem.set({ sync: false })
    items.set('settings', { version: 99, value: {} })
    expect((await readSettings()).sync).toBe(false)
  })
})

it.each([
  [
    { sync: 0, hideAccountIds: 1 },
    { sync: false, hideAccountIds: true },
  ],
  [{ sync: 'false', theme: ['dark'], density: null, order: 'toString', hideAccountIds: 2 }, {}],
  [JSON.parse('{"__proto__": {"theme": "dark"}, "constructor": "dark"}'), {}],
])('from %j the settings are %j', (given, known) => {
  expect(knownSettings(given)).toStrictEqual(known)
})

describe('the user’s choice', () => {
  it('is added to earlier ones', async () => {
    await chooseSettings({ theme: 'dark' })
    await chooseSettings({ sync: true })
    expect(await settingsItem.get()).toEqual({ kind: 'value', value: { theme: 'dark', sync: true } })
  })

  it('is added to another window’s choice at the same time', async () => {
    await Promise.all([chooseSettings({ theme: 'dark' }), chooseSettings({ sync: false })])
    expect(await settingsItem.get()).toEqual({ kind: 'value', value: { theme: 'dark', sync: false } })
  })

  it('from the first version, which had all values at once, is what differs from the defaults', async () => {
    items.set('settings', {
      version: 1,
      value: { ...defaultSettings, order: 'file', theme: 'dark', sync: false },
    })
    const value = { theme: 'dark', sync: false }
    expect(await settingsItem.get()).toEqual({ kind: 'value', value })
    await settingsItem.rewrite()
    expect(items.get('settings')).toEqual({ version: 3, value })
  })

  it.each([
    [{ markTabs: true }, { marks: 'subtle', nameInTitle: true }],
    [{ markPages: true }, { marks: 'clear' }],
    [
      { markTabs: true, markPages: true },
      { marks: 'clear', nameInTitle: true },
    ],
    [{ markTabs: false, markPages: false }, { nameInTitle: false }],
    [{}, {}],
  ])('of the second version’s marks, %j, is %j', async (before, after) => {
    items.set('settings', { version: 2, value: { theme: 'dark', ...before } })
    expect(await settingsItem.get()).toEqual({ kind: 'value', value: { theme: 'dark', ...after } })
  })

  it.each([
    { version: 1, value: 'dark' },
    { version: 1, value: null },
    { version: 2, value: 'dark' },
    { version: 3, value: 'dark' },
  ])('can’t be read from %j', async stored => {
    items.set('settings', stored)
    expect(await settingsItem.get()).toEqual({ kind: 'unreadable' })
  })

  it('isn’t changed if a later version wrote it', async () => {
    const stored = { version: 99, value: {} }
    items.set('settings', stored)
    await chooseSettings({ theme: 'dark' })
    expect(items.get('settings')).toBe(stored)
  })
})
