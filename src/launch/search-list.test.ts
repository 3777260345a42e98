import { beforeEach, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { saveList } from '../list/save-list'
import { typos } from '../roles/typos'

const held = vi.hoisted(() => ({ storage: undefined as unknown, parses: 0, inflations: 0 }))
vi.mock('../browser/api', () => ({ browser: held }))
vi.mock('../config/resolve/layer', async original => {
  const layer = await original<typeof import('../config/resolve/layer')>()
  const readLayer: typeof layer.readLayer = (...args) => {
    held.parses++
    return layer.readLayer(...args)
  }
  return { ...layer, readLayer }
})
vi.mock('../lib/deflate', async original => {
  const deflate = await original<typeof import('../lib/deflate')>()
  const inflate: typeof deflate.inflate = data => {
    held.inflations++
    return deflate.inflate(data)
  }
  return { ...deflate, inflate }
})

beforeEach(() => {
  vi.resetModules()
})

/** A background script that has just started, in a browser with a saved list of this many roles. */
async function started(count: number) {
  const storage = new FakeStorage()
  storage.stubLocks()
  held.storage = storage
  const roles = Array.from(
    { length: count },
    (_, index) => `[role-${index}]\naws_account_id = ${200_000_000_000 + index}\nrole_name = Operator\n`,
  )
  await saveList(roles.join('\n'))
  const reads = vi.spyOn(storage.local, 'get')
  held.parses = held.inflations = 0
  const { readListToSearch } = await import('./search-list')
  const { suggestionsFor } = await import('./suggestions')
  return { reads, readListToSearch, suggestionsFor }
}

it('before the first suggestion of ten thousand roles, one read and one inflation, and nothing is parsed', async () => {
  const { reads, readListToSearch, suggestionsFor } = await started(10_000)
  const list = await readListToSearch()
  const [first] = list ? suggestionsFor('role-1234', list, typos, false) : []
  expect(first).toEqual({
    content: 'role-1234',
    description: [
      { text: 'role-1234', look: 'match' },
      { text: ' · Operator · 2000-0000-1234', look: 'dim' },
    ],
  })
  expect(reads).toHaveBeenCalledTimes(1)
  expect({ parses: held.parses, inflations: held.inflations }).toEqual({ parses: 0, inflations: 1 })

  // And nothing of it again for the next text.
  if (list) suggestionsFor('role-12345', list, typos, false)
  expect(reads).toHaveBeenCalledTimes(1)
})

it('account ids aren’t shown if they are hidden, and no more rows are made than a browser shows', async () => {
  const { readListToSearch, suggestionsFor } = await started(100)
  const list = await readListToSearch()
  const rows = list ? suggestionsFor('', list, typos, true) : []
  expect(rows).toHaveLength(9)
  expect(JSON.stringify(rows)).not.toContain('2000-0000')
})
