import { expect, it } from 'vitest'
import { initialSync, reduceSync } from './state'

const conflicting = { id: 'shown', time: 0, inForce: 'a', other: 'b', base: '' }
const shown = reduceSync(initialSync, { kind: 'conflicting', conflicting })

it('shows a conflict until it’s closed or one of its texts is used', () => {
  expect(shown.conflicting).toBe(conflicting)
  expect(reduceSync(shown, { kind: 'conflicting', conflicting: undefined })).toEqual(initialSync)
  expect(reduceSync(shown, { kind: 'conflict-used' })).toEqual(initialSync)
})

it('keeps showing it while a reading and a measurement arrive', () => {
  const reading = { kind: 'unreadable' } as const
  const read = reduceSync(shown, { kind: 'sync-read', reading })
  expect(reduceSync(read, { kind: 'sync-measured', bytes: 9 })).toEqual({ reading, bytes: 9, conflicting })
})
