import { describe, expect, it, vi } from 'vitest'
import type { Role } from '../../src/config/resolve/role'
import type { Command } from '../keys'
import type { Row } from '../list/rows'
import type { Action, Menu, State } from '../state'
import { takes } from './several'
import type { SeveralMenu } from './several-menu'

function role(name: string, group?: string): Role {
  return { name, account: '333344445555', roleName: 'Operator', ...(group !== undefined && { group }) }
}

const roles = [role('a', 'Shop'), role('b', 'Shop'), role('c', 'Shop'), role('d')]

/** Returns a menu in which `b` is pinned, and what it was told. */
function menuWith(row: Row, ...ticked: readonly string[]) {
  const state = {
    kind: 'menu',
    roles,
    found: roles,
    pinned: ['b'],
    rows: [row],
    active: 0,
    switch: { kind: 'none' },
    ...(ticked.length > 0 && { ticked: new Set(ticked) }),
  } as unknown as Menu
  const choose = vi.fn(async () => {})
  const told: Action[] = []
  const menu = {
    getState: (): State => state,
    dispatch: (action: Action) => void told.push(action),
    choose,
  } as unknown as SeveralMenu
  const ticks = () =>
    told.map(action => (action.kind === 'ticked' ? [...(action.change.ticked ?? [])] : action))
  return { menu, state, choose, ticks }
}

const rowOf = (name: string): Row => ({ kind: 'role', role: role(name) })
const heading: Row = { kind: 'group', group: 'Shop', count: 2, folded: true }
const space: Command = { kind: 'tick' }
const all: Command = { kind: 'tick', all: true }

describe('a tick', () => {
  it.each([
    ['a role', [], space, rowOf('a'), ['a']],
    ['a further role, after the others', ['d'], space, rowOf('a'), ['d', 'a']],
    ['a ticked role, which unticks it', ['d', 'a'], space, rowOf('d'), ['a']],
    ['a heading, for the roles below it', [], space, heading, ['a', 'c']],
    ['a heading with some ticked', ['c'], space, heading, ['c', 'a']],
    ['a heading with all ticked', ['c', 'd', 'a'], space, heading, ['d']],
    ['all that is found', ['c'], all, heading, ['c', 'a', 'b', 'd']],
    ['all that is found, again', ['a', 'b', 'c', 'd'], all, heading, []],
    ['the row that switches back', ['a'], space, { kind: 'switch-back', account: {} }, ['a']],
  ] as const)('is for %s', async (_, ticked, command, row, expected) => {
    const { menu, state, ticks } = menuWith(row, ...ticked)
    expect(await takes(command, state, menu)).toBe(true)
    expect(ticks()).toEqual([expected])
  })
})

it('a tick is for what the menu showed when the key was pressed', async () => {
  const { menu, state, ticks } = menuWith(rowOf('a'))
  const found = roles.slice(2)
  expect(await takes(all, { ...state, found, rows: [] }, menu)).toBe(true)
  expect(ticks()).toEqual([['c', 'd']])
})

describe('with ticked roles', () => {
  it('Escape unticks them', async () => {
    const { menu, state, ticks } = menuWith(rowOf('d'), 'a', 'b')
    expect(await takes({ kind: 'close' }, state, menu)).toBe(true)
    expect(ticks()).toEqual([[]])
  })

  it('Enter opens a single one as if it had been chosen', async () => {
    const { menu, state, choose } = menuWith(rowOf('d'), 'a')
    expect(await takes({ kind: 'choose', how: 'again' }, state, menu)).toBe(true)
    expect(choose).toHaveBeenCalledExactlyOnceWith({ kind: 'role', role: roles[0] }, 'again')
  })

  it('that are all unticked, the keys do what they always do', async () => {
    const { menu, state, choose, ticks } = menuWith(rowOf('a'))
    expect(await takes({ kind: 'close' }, state, menu)).toBe(false)
    expect(await takes({ kind: 'choose', how: 'here' }, state, menu)).toBe(false)
    expect(choose).not.toHaveBeenCalled()
    expect(ticks()).toEqual([])
  })

  it('the other keys do what they always do', async () => {
    const { menu, state, ticks } = menuWith(rowOf('a'), 'a')
    expect(await takes({ kind: 'pin' }, state, menu)).toBe(false)
    expect(ticks()).toEqual([])
  })
})
