import { describe, expect, it } from 'vitest'
import { type Action, initialState, reduce, type State } from './state'

function stateAfter(...actions: readonly Action[]): State {
  return actions.reduce(reduce, initialState)
}

const read: Action = { kind: 'configuration-read', reading: { kind: 'value', value: 'a' } }
const notImported: Action = { kind: 'import-failed', file: 'a.png', reason: { kind: 'encoding' } }
const notDone: Action = { kind: 'not-done', message: 'offline' }

describe('a failure', () => {
  it.each<[Action, State['failure']]>([
    [
      { kind: 'save-failed', message: 'full' },
      { kind: 'not-saved', message: 'full' },
    ],
    [notImported, { kind: 'not-imported', file: 'a.png', reason: { kind: 'encoding' } }],
    [{ kind: 'version-unreadable' }, { kind: 'not-restored' }],
    [{ kind: 'conflict-unreadable' }, { kind: 'not-restored' }],
    [
      { kind: 'draft-not-kept', message: 'full' },
      { kind: 'draft-not-kept', message: 'full' },
    ],
    [notDone, { kind: 'not-done', message: 'offline' }],
    [{ kind: 'changed-meanwhile' }, { kind: 'changed-meanwhile' }],
  ])('is shown after %j, and only the last one', (action, failure) => {
    expect(stateAfter(action).failure).toEqual(failure)
    expect(stateAfter(notDone, notImported, action).failure).toEqual(failure)
    expect(stateAfter(action, { kind: 'failure-dismissed' }).failure).toBeUndefined()
  })

  it('leaves the text alone', () => {
    expect(stateAfter(read, notImported).list).toEqual(stateAfter(read).list)
  })

  it.each<Action>([
    { kind: 'save-began', text: 'b', changed: false },
    { kind: 'imported', text: 'b', secrets: '' },
  ])('disappears after $kind', action => {
    expect(stateAfter(read, notDone, action).failure).toBeUndefined()
  })

  it.each<Action>([{ kind: 'edited' }, read, { kind: 'team-read', team: {} }])(
    'is still shown after $kind',
    action => {
      expect(stateAfter(notDone, action).failure).toBe(notDone)
    },
  )

  it('ends the team’s refresh', () => {
    const refreshing: Action = { kind: 'team-read', team: { refreshing: true } }
    expect(stateAfter(refreshing, notDone).team.refreshing).toBe(false)
  })
})

it('a conflict’s text goes to the list and closes the conflict', () => {
  const conflicting = { id: 'shown', time: 0, inForce: 'a', other: 'b', base: '' }
  const state = stateAfter(
    read,
    { kind: 'conflicting', conflicting },
    { kind: 'conflict-used', conflict: conflicting, text: 'b', merged: false },
  )
  expect(state.sync.conflicting).toBeUndefined()
  expect(state.list).toMatchObject({ document: { text: 'b' }, settles: 'shown', edited: true })
})

it('is the same object if nothing changes', () => {
  const edited = stateAfter(read, { kind: 'edited' })
  expect(reduce(edited, { kind: 'edited' })).toBe(edited)
  expect(reduce(edited, { kind: 'cursor-moved', line: 1 })).toBe(edited)
})

it('stays settled', () => {
  expect(stateAfter({ kind: 'settled' }, { kind: 'edited' }).settled).toBe(true)
})
