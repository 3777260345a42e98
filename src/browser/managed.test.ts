import { expect, it, vi } from 'vitest'
import { readManaged } from './managed'

const { storage } = vi.hoisted(() => ({ storage: { managed: { get: async (): Promise<unknown> => ({}) } } }))
vi.mock('./api', () => ({ browser: { storage } }))

it.each([
  ['what an administrator has set', async () => ({ sync: false }), { sync: false }],
  ['nothing if the browser refuses, as Firefox does without a policy', () => Promise.reject(new Error()), {}],
  ['nothing if the browser returns nothing', async () => undefined, {}],
  ['nothing if the value isn’t an object', async () => 'dark', {}],
])('returns %s', async (_, get, given) => {
  vi.spyOn(storage.managed, 'get').mockImplementationOnce(get)
  expect(await readManaged()).toEqual(given)
})
