import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { setTogether } from '../browser/stored-item'
import { deflate } from '../lib/deflate'
import { draftsItem, keepDraft } from '../storage/drafts'
import { historyItem, textOfVersion } from '../storage/history'
import { listItem } from '../storage/list-item'
import { syncItem } from '../sync/sync-item'
import { conflictId, initialSyncState } from '../sync-codec/sync-state'
import { saveList } from './save-list'

const held = vi.hoisted(() => ({ storage: undefined as unknown }))
vi.mock('../browser/api', () => ({ browser: held }))

let storage = new FakeStorage()

beforeEach(() => {
  storage = new FakeStorage()
  held.storage = storage
  storage.stubLocks()
})

async function history(): Promise<readonly string[]> {
  const reading = await historyItem.get()
  return reading.kind === 'value' ? Promise.all(reading.value.map(textOfVersion)) : []
}

async function inForce(): Promise<string> {
  const reading = await listItem.get()
  return reading.kind === 'value' ? reading.value : ''
}

/** Returns a text of `length` characters that compresses badly. */
function textOf(length: number, seed = 1): string {
  let state = seed
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return String.fromCharCode(33 + ((state >>> 24) % 90))
  }).join('')
}

describe('saving', () => {
  it('writes text, roles, history and sync state at once: no kill leaves one of them without the others', async () => {
    await saveList('; first')
    await saveList('; second')
    const keys = ['configuration', 'history', 'parsed', 'sync']
    expect(storage.writes.map(each => each.toSorted())).toEqual([
      [...keys, 'historyText0'].toSorted(),
      [...keys, 'historyText1'].toSorted(),
    ])
    expect(await history()).toEqual(['; second', '; first'])
  })

  it('reads everything in one call, and writes no text that it had written', async () => {
    await saveList(textOf(60_000, 1), { page: 'one' })
    const [reads, before] = [storage.reads, new Map(storage.items)]
    await saveList(textOf(60_000, 2), { page: 'one' })
    expect(storage.reads - reads).toBe(1)
    expect(storage.items.get('historyText0')).toEqual(before.get('historyText0'))
    expect(storage.writes.at(-1)).not.toContain('historyText0')
    expect([await inForce(), await history()]).toEqual([
      textOf(60_000, 2),
      [textOf(60_000, 2), textOf(60_000, 1)],
    ])
  })

  it('stores a long text deflated, and reads one that an earlier version stored as it is', async () => {
    const long = '[shop]\naws_account_id = 111122223333\nrole_name = Operator\n'.repeat(2_000)
    storage.items.set('configuration', { version: 1, value: long })
    expect(await inForce()).toBe(long)
    await saveList(`${long}\n`)
    expect(await inForce()).toBe(`${long}\n`)
    expect(JSON.stringify(storage.items.get('configuration')).length).toBeLessThan(long.length / 10)
    storage.items.set('configuration', { version: 2, value: { deflated: 'damaged' } })
    expect(await listItem.get()).toEqual({ kind: 'unreadable' })
  })

  it('replaces a text that can’t be read, which isn’t kept in the history', async () => {
    storage.items.set('configuration', { version: 2, value: { deflated: 'damaged' } })
    await saveList('[shop]')
    expect([await inForce(), await history()]).toEqual(['[shop]', ['[shop]']])
  })

  it('moves the texts that an earlier version kept in one item, and keeps them', async () => {
    const earlier = async (text: string) => ({ time: 1, roles: 1, here: true, data: await deflate(text) })
    storage.items.set('configuration', { version: 1, value: '; second' })
    storage.items.set('history', { version: 2, value: [await earlier('; second'), await earlier('; first')] })
    expect(await history()).toEqual(['; second', '; first'])
    await saveList('; third')
    expect(await history()).toEqual(['; third', '; second', '; first'])
    expect(JSON.stringify(storage.items.get('history'))).not.toContain('data')
  })

  it('uses a slot of the history again, and says so if its text is another by then', async () => {
    await saveList('; first')
    const reading = await historyItem.get()
    const first = reading.kind === 'value' ? reading.value[0] : undefined
    for (let number = 0; number < 20; number++) await saveList(`; ${number}`)
    const slots = [...storage.items.keys()].filter(key => key.startsWith('historyText'))
    expect(slots).toHaveLength(20)
    expect(first && (await textOfVersion(first).catch(() => 'gone'))).toBe('gone')
  })

  it('loses none of the texts that are saved at the same time, and keeps their order', async () => {
    await Promise.all(['; first', '; second', '; third'].map(text => saveList(text)))
    expect(await history()).toEqual(['; third', '; second', '; first'])
  })

  it('adds a text once while it stays the latest', async () => {
    await Promise.all(['; same', '; same'].map(text => saveList(text)))
    expect(await history()).toEqual(['; same'])
  })

  it('keeps the replaced text, if the history never had it', async () => {
    await setTogether(await listItem.pack('; of a version that was killed'))
    await saveList('; new')
    expect(await history()).toEqual(['; new', '; of a version that was killed'])
  })

  it('leaves a later version’s history alone', async () => {
    const later = { version: 99, value: 'unknown' }
    storage.items.set('history', later)
    await saveList('; text')
    expect([storage.items.get('history'), await inForce()]).toEqual([later, '; text'])
  })

  it('drops the oldest texts in a full storage, says how many, and keeps the replaced one', async () => {
    for (let number = 1; number <= 10; number++) await saveList(textOf(1_000, number))
    storage.room = JSON.stringify([...storage.items]).length + 500
    expect(await saveList(textOf(2_000, 11))).toMatchObject({ forgotten: 9 })
    expect([await inForce(), await history()]).toEqual([
      textOf(2_000, 11),
      [textOf(2_000, 11), textOf(1_000, 10)],
    ])
  })

  it('uses the room of the draft that it was, and leaves others', async () => {
    await saveList(textOf(1_000, 1))
    await keepDraft('one', textOf(2_000, 2), textOf(1_000, 1), undefined)
    await keepDraft('two', '; two', textOf(1_000, 1), undefined)
    storage.room = JSON.stringify([...storage.items]).length + 3_000
    expect(await saveList(textOf(2_000, 2), { page: 'one' })).toMatchObject({ forgotten: 0 })
    expect(await draftsItem.get()).toMatchObject({ value: [{ page: 'two' }] })
    expect(await history()).toEqual([textOf(2_000, 2), textOf(1_000, 1)])
  })

  it('changes nothing if there can’t be enough room', async () => {
    await saveList('; first')
    const before = structuredClone([...storage.items])
    storage.room = 1_000
    await expect(saveList(textOf(5_000))).rejects.toThrow('quota')
    expect([...storage.items]).toEqual(before)
  })

  it('never loses the replaced text, whatever is saved and however full the storage is', async () => {
    const saves = fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 3_000 }), room: fc.integer({ min: 0, max: 12_000 }) }),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(saves, async saves => {
        storage = new FakeStorage()
        held.storage = storage
        let seed = 0
        for (const { length, room } of saves) {
          const before = await inForce()
          const text = textOf(length, ++seed)
          storage.room = room
          const saved = await saveList(text).then(
            () => true,
            () => false,
          )
          expect(await inForce()).toBe(saved ? text : before)
          if (saved && before !== '') expect(await history()).toContain(before)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('saving a merged text of a conflict', () => {
  const conflict = async (text: string, time: number) => ({
    generation: undefined,
    time,
    own: true,
    data: await deflate(text),
    base: undefined,
  })

  it('resolves the conflict that was shown, and no other', async () => {
    const [shown, other] = [await conflict('; shown', 1), await conflict('; other', 2)]
    await syncItem.set({ ...initialSyncState, conflicts: [other, shown] })
    await saveList('; both', { settles: conflictId(shown) })
    expect((await syncItem.get()) as unknown).toMatchObject({ value: { conflicts: [other] } })
    await saveList('; both again', { settles: conflictId(shown) })
    expect((await syncItem.get()) as unknown).toMatchObject({ value: { conflicts: [other] } })
  })

  it('also resolves the one conflict that an earlier version stored', async () => {
    const { conflicts: _, ...state } = initialSyncState
    const earlier = await conflict('; shown', 1)
    storage.items.set('sync', { version: 1, value: { ...state, conflict: earlier } })
    expect(await syncItem.get()).toMatchObject({ kind: 'value', value: { conflicts: [earlier] } })
    storage.items.set('sync', { version: 1, value: state })
    expect(await syncItem.get()).toMatchObject({ kind: 'value', value: { conflicts: [] } })
  })
})
