import { expect, it, vi } from 'vitest'
import { readManaged } from './managed'

const { storage } = vi.hoisted(() => ({ storage: { managed: { get: async (): Promise<unknown> => ({}) } } }))
vi.mock('./api', () => ({ browser: { storage } }))

it.each([
  ['what an administrator has set', async () => ({ sync: false }), { sync: false }],
  [
    'nothing where the browser refuses, as Firefox does without a policy',
    () => Promise.reject(new Error()),
    {},
  ],
  ['nothing where the browser gives nothing', async () => undefined, {}],
  ['nothing of what is no set of values', async () => 'dark', {}],
])('gives %s', async (_, get, given) => {
  vi.spyOn(storage.managed, 'get').mockImplementationOnce(get)
  expect(await readManaged()).toEqual(given)
})
