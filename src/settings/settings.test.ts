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

describe('the settings that count', () => {
  it.each([
    ['are the usual ones where nobody has set anything', {}, {}, {}],
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
      'are the user’s also where these are the usual ones',
      { theme: 'system', sync: true },
      { theme: 'dark', sync: false, changeable: ['theme', 'sync'] },
      {},
    ],
    ['leave out what an administrator has set wrongly', { theme: 'light' }, { theme: 7 }, { theme: 'light' }],
    [
      'are locked where the list of what may be changed is none',
      { theme: 'light' },
      { theme: 'dark', changeable: 'theme' },
      { theme: 'dark' },
    ],
  ] as const)('%s', (_, chosen, managed, anew) => {
    expect(settingsInForce(chosen, managed)).toEqual({ ...defaultSettings, ...anew })
  })

  it('are an administrator’s also where what the user has chosen can’t be read', async () => {
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
])('of %j the settings are %j', (given, known) => {
  expect(knownSettings(given)).toStrictEqual(known)
})

describe('what the user has chosen', () => {
  it('is kept beside what was chosen before', async () => {
    await chooseSettings({ theme: 'dark' })
    await chooseSettings({ sync: true })
    expect(await settingsItem.get()).toEqual({ kind: 'value', value: { theme: 'dark', sync: true } })
  })

  it('is kept beside what another window chooses at the same time', async () => {
    await Promise.all([chooseSettings({ theme: 'dark' }), chooseSettings({ sync: false })])
    expect(await settingsItem.get()).toEqual({ kind: 'value', value: { theme: 'dark', sync: false } })
  })

  it('is, of the first version, which had all values at once, what is no default', async () => {
    items.set('settings', { version: 1, value: { ...defaultSettings, theme: 'dark', sync: false } })
    const value = { theme: 'dark', sync: false }
    expect(await settingsItem.get()).toEqual({ kind: 'value', value })
    await settingsItem.rewrite()
    expect(items.get('settings')).toEqual({ version: 2, value })
  })

  it.each([
    { version: 1, value: 'dark' },
    { version: 1, value: null },
    { version: 2, value: 'dark' },
  ])('can’t be read of %j', async stored => {
    items.set('settings', stored)
    expect(await settingsItem.get()).toEqual({ kind: 'unreadable' })
  })

  it('is left alone where a later version of the extension wrote it', async () => {
    const stored = { version: 99, value: {} }
    items.set('settings', stored)
    await chooseSettings({ theme: 'dark' })
    expect(items.get('settings')).toBe(stored)
  })
})
