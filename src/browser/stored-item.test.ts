import { describe, expect, it, vi } from 'vitest'
import { isOlder, readStored, type StoredItemDefinition } from './stored-item'

/** Names: one text in version 1, and a list without `spelled` in version 2. */
interface Names {
  readonly names: readonly string[]
  readonly spelled: boolean
}

const definition: StoredItemDefinition<Names> = {
  key: 'names',
  area: 'local',
  version: 3,
  default: { names: [], spelled: true },
  check: stored =>
    typeof stored === 'object' && stored !== null && 'names' in stored && Array.isArray(stored.names)
      ? (stored as Names)
      : undefined,
  migrations: {
    1: stored => ({ names: (stored as string).split(',') }),
    2: stored => ({ ...(stored as object), spelled: false }),
  },
}

vi.mock('./api', () => ({ browser: {} }))

describe('readStored', () => {
  it.each([
    ['nothing', undefined, { names: [], spelled: true }],
    ['version 1', { version: 1, value: 'a,b' }, { names: ['a', 'b'], spelled: false }],
    ['version 2', { version: 2, value: { names: ['a'] } }, { names: ['a'], spelled: false }],
    ['version 3', { version: 3, value: { names: ['a'], spelled: true } }, { names: ['a'], spelled: true }],
  ])('migrates %s to the current shape', (_, stored, value) => {
    expect(readStored(definition, stored)).toEqual({ kind: 'value', value })
  })

  it('leaves a later version’s data alone', () => {
    expect(readStored(definition, { version: 4, value: 1 })).toEqual({ kind: 'newer', version: 4 })
  })

  it.each([
    ['something else', 'a,b'],
    ['no version', { value: {} }],
    ['another shape than its version’s', { version: 3, value: 'a,b' }],
    ['what a migration can’t take', { version: 1, value: 7 }],
    ['a version that there never was', { version: 0, value: 'a' }],
  ])('reports %s as unreadable', (_, stored) => {
    expect(readStored(definition, stored)).toEqual({ kind: 'unreadable' })
  })
})

it('only an earlier version counts as older', () => {
  const older = [undefined, 'a', { version: 1, value: 0 }, { version: 3, value: 0 }, { version: 4, value: 0 }]
  expect(older.map(stored => isOlder(definition, stored))).toEqual([false, false, true, false, false])
})
