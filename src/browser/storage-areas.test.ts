import { describe, expect, it, vi } from 'vitest'
import { anythingManaged, anythingSynced, onStorageChange, readManaged, syncArea } from './storage-areas'
import { storedItem } from './stored-item'

const { tell, storage, browser } = vi.hoisted(() => {
  const listeners: ((changes: object, area: string) => void)[] = []
  const addListener = (listener: (changes: object, area: string) => void) => void listeners.push(listener)
  const tell = (changes: object, area: string) => {
    for (const listener of listeners) listener(changes, area)
  }
  const storage = { onChanged: { addListener }, managed: { get: async (): Promise<unknown> => ({}) } }
  return { tell, storage, browser: { storage, i18n: { getMessage: (key: string) => key } } }
})
vi.mock('./api', () => ({ browser }))

describe('a listener for changes', () => {
  const item = (key: string, area: 'local' | 'session') =>
    storedItem({ key, area, version: 1, default: '', check: stored => stored as string })

  const places = {
    list: item('list', 'local').place,
    draft: item('draft', 'local').place,
    tabs: item('list', 'session').place,
    synced: anythingSynced,
    managed: anythingManaged,
  }

  it.each([
    [{ list: {} }, 'local', ['list']],
    [{ list: {} }, 'session', ['tabs']],
    [{ list: {}, draft: {} }, 'local', ['list', 'draft']],
    [{ other: {} }, 'local', []],
    [{ list: {} }, 'sync', ['synced']],
    [{ theme: {} }, 'managed', ['managed']],
  ])('is told for the changes %j in the area %s that these have changed: %j', (changes, area, expected) => {
    const told: string[][] = []
    onStorageChange(change => {
      const names = Object.entries(places).filter(([, place]) => change.isOf(place))
      told.push(names.map(([name]) => name))
    })
    tell(changes, area)
    expect(told.at(-1)).toEqual(expected)
  })
})

describe('an administrator’s settings', () => {
  it.each([
    ['what is set', async () => ({ sync: false }), { sync: false }],
    [
      'nothing if the browser refuses, as Firefox does without a policy',
      () => Promise.reject(new Error()),
      {},
    ],
    ['nothing if the browser returns nothing', async () => undefined, {}],
    ['nothing if the value isn’t an object', async () => 'dark', {}],
  ])('are %s', async (_, get, given) => {
    vi.spyOn(storage.managed, 'get').mockImplementationOnce(get)
    expect(await readManaged()).toEqual(given)
  })
})

describe('in a browser without synced storage', () => {
  it.each([
    ['get', []],
    ['set', [{}]],
    ['remove', [[]]],
  ] as const)('%s rejects with an explanation', async (call, args) => {
    const asked = (syncArea[call] as (...args: readonly unknown[]) => Promise<unknown>)(...args)
    await expect(asked).rejects.toThrow('syncMissing')
  })
})
