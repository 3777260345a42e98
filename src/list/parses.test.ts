import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { parseTogether } from '../config/resolve/parse-together'
import { readParsedList } from './read-roles'
import { saveList } from './save-list'

const held = vi.hoisted(() => ({ storage: undefined as unknown, parses: 0 }))
vi.mock('../browser/api', () => ({ browser: held }))
vi.mock('../config/resolve/layer', async original => {
  const layer = await original<typeof import('../config/resolve/layer')>()
  const readLayer: typeof layer.readLayer = (...args) => {
    held.parses++
    return layer.readLayer(...args)
  }
  return { ...layer, readLayer }
})

const text = `[base]
aws_account_id = 111122223333

[shop]
source_profile = base
aws_account_id = 333344445555
role_name = Operator
`

beforeEach(() => {
  const storage = new FakeStorage()
  storage.stubLocks()
  held.storage = storage
})

async function parsesOf(work: () => Promise<unknown>): Promise<number> {
  held.parses = 0
  await work()
  return held.parses
}

describe('a text is parsed', () => {
  it('never when a text is saved that has just been checked', async () => {
    const checked = { ...parseTogether(text, []), text, team: [] }
    expect(await parsesOf(() => saveList(text, { checked }))).toBe(0)
    const reading = await readParsedList()
    expect(reading).toMatchObject({ value: { profiles: 2, targets: { roles: [{ name: 'shop' }] } } })
  })

  it('once when a text is saved that hasn’t been checked, or was checked with other team texts', async () => {
    expect(await parsesOf(() => saveList(text))).toBe(1)
    const checked = { ...parseTogether(text, []), text: `${text}\n`, team: [] }
    expect(await parsesOf(() => saveList(text, { checked }))).toBe(1)
    const withTeam = { ...parseTogether(text, ['; team']), text, team: ['; team'] }
    expect(await parsesOf(() => saveList(text, { checked: withTeam }))).toBe(1)
  })

  it('never when the menu reads the roles', async () => {
    await saveList(text)
    expect(await parsesOf(readParsedList)).toBe(0)
  })
})
