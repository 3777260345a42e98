import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { keepLeft, readLeft } from './left-roles'

const held = vi.hoisted(() => ({ storage: {} as { session?: unknown } }))
vi.mock('../browser/api', () => ({ browser: held }))

let storage = new FakeStorage()

beforeEach(() => {
  storage = new FakeStorage()
  held.storage.session = storage.local
})
afterEach(() => {
  vi.useRealTimers()
})

const usual = { isPrivate: false }
const left = { names: ['c', 'd'], opened: ['a', 'b'], page: 'https://console.aws.amazon.com/s3/' }

it('roles that are left are offered in their cookie jar, for an hour', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] })
  await keepLeft({ ...usual, ...left })
  expect(await readLeft(usual)).toMatchObject(left)
  expect(await readLeft({ isPrivate: false, cookieStoreId: 'firefox-container-1' })).toBeUndefined()
  vi.setSystemTime(59 * 60_000)
  expect(await readLeft(usual)).toMatchObject(left)
  vi.setSystemTime(61 * 60_000)
  expect(await readLeft(usual)).toBeUndefined()
})

it('roles that are left are forgotten once there are none', async () => {
  await keepLeft({ ...usual, ...left })
  await keepLeft({ ...usual, ...left, names: [] })
  expect(await readLeft(usual)).toBeUndefined()
})

it('nothing is stored of a private window', async () => {
  await keepLeft({ isPrivate: true, ...left })
  expect(storage.writes).toEqual([])
})

it('only a tab’s cookie jar is stored of the tab', async () => {
  const tab = { ...usual, id: 7, index: 1, windowId: 3, url: 'https://console.aws.amazon.com/' }
  await keepLeft({ ...tab, ...left })
  const stored = storage.items.get('leftRoles') as { value: object }
  expect(Object.keys(JSON.parse(JSON.stringify(stored.value))).sort()).toEqual([
    'at',
    'isPrivate',
    'names',
    'opened',
    'page',
  ])
})

it.each([
  [{ ...usual, ...left, at: 'now' }],
  [{ ...usual, ...left, at: 0, names: [7] }],
  [{ ...usual, ...left, at: 0, opened: 'a' }],
  [{ ...usual, ...left, at: 0, page: 'no page' }],
  [null],
])('what was never stored like this is not read: %j', async value => {
  storage.items.set('leftRoles', { version: 1, value })
  expect(await readLeft(usual)).toBeUndefined()
})
