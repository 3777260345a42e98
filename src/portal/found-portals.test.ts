import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import type { FoundPortal } from './found'
import { foundPortals, withFoundPortal } from './found-portals'

const held = vi.hoisted(() => ({ storage: undefined as unknown }))
vi.mock('../browser/api', () => ({ browser: held }))

let storage = new FakeStorage()

beforeEach(() => {
  storage = new FakeStorage()
  held.storage = { session: storage.local }
})

const account = { id: '111122223333', name: 'Shop production', roles: ['Reader', 'Power_User'] }
const portal: FoundPortal = {
  url: 'https://example.awsapps.com/start',
  region: 'eu-west-1',
  accounts: [account],
  applications: 2,
  foundAt: 1_700_000_000_000,
  isComplete: true,
}

const stored = async (value: unknown) => {
  await storage.local.set({ foundPortals: { version: 1, value } })
  return foundPortals.get()
}

describe('what was found in the portals', () => {
  it('is nothing at first, and then what was stored', async () => {
    expect(await foundPortals.get()).toEqual({ kind: 'value', value: [] })
    await foundPortals.set([portal])
    expect(await foundPortals.get()).toEqual({ kind: 'value', value: [portal] })
  })

  it.each<[string, object]>([
    ['a portal that isn’t AWS’s', { url: 'https://portal.example/start' }],
    ['a portal with a slash at the end', { url: 'https://example.awsapps.com/start/' }],
    ['an unknown region', { region: 'nowhere' }],
    ['an id of eleven digits', { accounts: [{ ...account, id: '11112222333' }] }],
    ['an id that is a number', { accounts: [{ ...account, id: 111122223333 }] }],
    ['an account twice', { accounts: [account, account] }],
    ['a name of two lines', { accounts: [{ ...account, name: 'a\n[b]' }] }],
    ['an endless name', { accounts: [{ ...account, name: 'a'.repeat(201) }] }],
    ['a role twice', { accounts: [{ ...account, roles: ['Reader', 'Reader'] }] }],
    ['a role that no permission set can be', { accounts: [{ ...account, roles: ['a]\n[b'] }] }],
    ['a negative number of applications', { applications: -1 }],
    ['a time that no date can hold', { foundAt: 1e20 }],
    ['no word on whether it is complete', { isComplete: undefined }],
  ])('isn’t read if it has %s', async (_, change) => {
    expect(await stored([{ ...portal, ...change }])).toEqual({ kind: 'unreadable' })
  })

  it('is never read from anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async value => {
        const reading = await stored(value)
        expect(reading).toEqual(
          Array.isArray(value) && value.length === 0 ? { kind: 'value', value: [] } : { kind: 'unreadable' },
        )
      }),
    )
  })

  it('is kept once for each portal, newest last, for five at most', () => {
    const at = (name: string) => ({ ...portal, url: `https://${name}.awsapps.com/start` })
    const all = ['a', 'b', 'c', 'a', 'd', 'e', 'f']
      .map(at)
      .reduce<readonly FoundPortal[]>(withFoundPortal, [])
    expect(all.map(({ url }) => url.slice(8, 9))).toEqual(['c', 'a', 'd', 'e', 'f'])
  })
})
