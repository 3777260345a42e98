import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { setTogether } from '../browser/stored-item'
import { parseTogether } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { packSyncState } from '../sync/sync-item'
import { initialSyncState } from '../sync-codec/sync-state'
import { readParsedList } from './read-roles'
import { type Checked, prepareSave, saveList } from './save-list'

const held = vi.hoisted(() => ({ storage: undefined as unknown, parses: 0, deflated: 0 }))
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
  const lib = await original<typeof import('../lib/deflate')>()
  const deflate: typeof lib.deflate = text => {
    held.deflated += text.length
    return lib.deflate(text)
  }
  return { ...lib, deflate }
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

function checkedText(text: string, team: readonly string[]): Checked {
  const together = parseTogether(text, team)
  return { ...together, text, team, targets: targetRoles(together.profiles) }
}

describe('a text is parsed', () => {
  it('never when a text is saved that has just been checked', async () => {
    const checked = checkedText(text, [])
    expect(await parsesOf(() => saveList(text, { checked }))).toBe(0)
    const reading = await readParsedList()
    expect(reading).toMatchObject({ value: { profiles: 2, targets: { roles: [{ name: 'shop' }] } } })
  })

  it('once when a text is saved that hasn’t been checked, or was checked with other team texts', async () => {
    expect(await parsesOf(() => saveList(text))).toBe(1)
    const checked = checkedText(`${text}\n`, [])
    expect(await parsesOf(() => saveList(text, { checked }))).toBe(1)
    const withTeam = checkedText(text, ['; team'])
    expect(await parsesOf(() => saveList(text, { checked: withTeam }))).toBe(1)
  })

  it('never when the menu reads the roles', async () => {
    await saveList(text)
    expect(await parsesOf(readParsedList)).toBe(0)
  })
})

describe('a save of a prepared text', () => {
  const long = generatedConfiguration(600)

  it('deflates nothing, not even the text that it replaces', async () => {
    await saveList(generatedConfiguration(500))
    const checked = checkedText(long, [])
    await prepareSave(checked)
    held.deflated = 0
    await saveList(long, { checked })
    expect(held.deflated).toBe(0)
    expect(await readParsedList()).toMatchObject({ value: { targets: { roles: { length: 600 } } } })
  })

  it('writes none of the texts in sync', async () => {
    const storage = held.storage as FakeStorage
    await setTogether(...packSyncState({ ...initialSyncState, texts: [{ generation: 'a', data: 'x' }] }))
    await saveList(long)
    const last = storage.writes.at(-1)
    expect(last).toContain('sync')
    expect(last).not.toContain('syncTexts')
    expect(JSON.stringify(storage.items.get('sync')).length).toBeLessThan(300)
  })
})
