import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { setTogether } from '../browser/stored-item'
import { edited, initialSyncState, inStep } from '../sync-codec/sync-state'
import { packSyncState, readSyncState, syncItem } from './sync-item'

const held = vi.hoisted(() => ({ storage: undefined as unknown }))
vi.mock('../browser/api', () => ({ browser: held }))

let storage: FakeStorage
beforeEach(() => {
  storage = new FakeStorage()
  held.storage = storage
})

const texts = [{ generation: 'a', data: 'of a' }]

describe('what is remembered about sync', () => {
  it('is nothing at first', async () => {
    expect(await readSyncState()).toEqual(initialSyncState)
  })

  it('is read as it was written', async () => {
    const state = inStep(initialSyncState, ['b', 'a'], 'of b')
    await setTogether(...packSyncState(state))
    expect(await readSyncState()).toEqual(state)
  })

  it('has the texts that the second version kept with the rest, until they are written again', async () => {
    storage.items.set('sync', { version: 2, value: { ...initialSyncState, lineage: ['a'], texts } })
    expect(await readSyncState()).toMatchObject({ lineage: ['a'], texts })
    // A save in between, which knows nothing of texts.
    const status = await syncItem.get()
    if (status.kind === 'value') await syncItem.set(edited(status.value, 5))
    const state = await readSyncState()
    expect(state).toMatchObject({ time: 5, edited: true, texts })
    if (state) await setTogether(...packSyncState(inStep(state, ['b', 'a'], 'of b')))
    expect(storage.items.get('sync')).not.toHaveProperty('value.texts')
    expect((await readSyncState())?.texts.map(({ generation }) => generation)).toEqual(['b', 'a'])
  })

  it('lacks texts that can’t be read, and nothing else', async () => {
    await setTogether(...packSyncState({ ...initialSyncState, lineage: ['a'], texts }))
    storage.items.set('syncTexts', { version: 1, value: ['damaged'] })
    expect(await readSyncState()).toEqual({ ...initialSyncState, lineage: ['a'] })
  })

  it('isn’t read if a later version of the extension wrote any of it', async () => {
    await setTogether(...packSyncState({ ...initialSyncState, texts }))
    storage.items.set('syncTexts', { version: 9, value: texts })
    expect(await readSyncState()).toBeUndefined()
  })
})
