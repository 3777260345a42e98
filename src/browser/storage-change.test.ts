import { expect, it, vi } from 'vitest'
import { anythingManaged, anythingSynced, onStorageChange } from './storage-change'
import { storedItem } from './stored-item'

const { tell, browser } = vi.hoisted(() => {
  const listeners: ((changes: object, area: string) => void)[] = []
  const addListener = (listener: (changes: object, area: string) => void) => void listeners.push(listener)
  const tell = (changes: object, area: string) => {
    for (const listener of listeners) listener(changes, area)
  }
  return { tell, browser: { storage: { onChanged: { addListener } } } }
})
vi.mock('./api', () => ({ browser }))

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
])('with the changes %j in the area %s, these have changed: %j', (changes, area, expected) => {
  const told: string[][] = []
  onStorageChange(change => {
    const names = Object.entries(places).filter(([, place]) => change.isOf(place))
    told.push(names.map(([name]) => name))
  })
  tell(changes, area)
  expect(told.at(-1)).toEqual(expected)
})
