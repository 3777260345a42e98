import { describe, expect, it } from 'vitest'
import type { Session } from '../src/console/session'
import type { Role } from '../src/roles/role'
import { type Action, activeRole, initialState, type MenuData, reduce, type State } from './state'

const session: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: '111122223333' },
}

const roles: readonly Role[] = ['shop', 'shop-2', 'data', 'audit'].map(name => ({
  name,
  account: '444455556666',
  roleName: 'Operator',
}))

const menu: MenuData = {
  session,
  roles,
  hidden: [],
  errors: 0,
  teamFailed: false,
  hideAccountIds: false,
  density: 'comfortable',
  search: { find: query => roles.filter(({ name }) => name.includes(query)), prepare() {} },
}

const loaded: Action = { kind: 'loaded', menu }
const [shop] = roles as readonly [Role, ...Role[]]

function given(...actions: readonly Action[]): State {
  return actions.reduce(reduce, initialState)
}

function names(state: State): readonly string[] {
  return state.kind === 'menu' ? state.matches.map(({ name }) => name) : []
}

describe('the popup', () => {
  it('shows all roles once they are known, the first one active', () => {
    const state = given(loaded)
    expect(names(state)).toEqual(['shop', 'shop-2', 'data', 'audit'])
    expect(activeRole(state)?.name).toBe('shop')
  })

  it('counts what was typed before the roles were known', () => {
    const state = given({ kind: 'typed', query: 'da' }, loaded)
    expect(names(state)).toEqual(['data'])
  })

  it('has no active role while loading, when stopped, and where nothing matches', () => {
    expect(activeRole(initialState)).toBeUndefined()
    expect(activeRole(given({ kind: 'stopped', stop: { kind: 'signed-out' } }))).toBeUndefined()
    expect(activeRole(given(loaded, { kind: 'typed', query: 'x' }))).toBeUndefined()
  })

  it('stays stopped, whatever is typed', () => {
    const stopped = given({ kind: 'stopped', stop: { kind: 'not-console' } })
    expect(reduce(stopped, { kind: 'typed', query: 'a' })).toBe(stopped)
  })

  it.each([
    ['a row down', [{ by: 1 }], 'shop-2'],
    ['a row up at the top', [{ by: -1 }], 'shop'],
    ['a page down', [{ by: 8 }], 'audit'],
    ['to the end and a row up', [{ to: 'last' }, { by: -1 }], 'data'],
    ['to the end and back', [{ to: 'last' }, { to: 'first' }], 'shop'],
  ] as const)('moves %s', (_, moves, name) => {
    const state = given(loaded, ...moves.map(move => ({ kind: 'moved', move }) as const))
    expect(activeRole(state)?.name).toBe(name)
  })

  it('moves nowhere in an empty list', () => {
    const state = given(loaded, { kind: 'typed', query: 'x' }, { kind: 'moved', move: { by: 1 } })
    expect(state).toMatchObject({ active: 0 })
  })

  it('makes the best match active at each letter', () => {
    const state = given(loaded, { kind: 'moved', move: { by: 2 } }, { kind: 'typed', query: 'shop' })
    expect(activeRole(state)?.name).toBe('shop')
  })

  it('tells how a switch failed until something else is typed', () => {
    const failed = given(
      loaded,
      { kind: 'switch-began', role: shop },
      { kind: 'switch-failed', role: shop, failure: { kind: 'timed-out' } },
    )
    expect(failed).toMatchObject({ switch: { kind: 'failed', failure: { kind: 'timed-out' } } })
    expect(reduce(failed, { kind: 'moved', move: { by: 1 } })).toMatchObject({ switch: { kind: 'failed' } })
    expect(reduce(failed, { kind: 'typed', query: 's' })).toMatchObject({ switch: { kind: 'none' } })
  })

  it('keeps a switch under way while something is typed', () => {
    const state = given(loaded, { kind: 'switch-began', role: shop }, { kind: 'typed', query: 's' })
    expect(state).toMatchObject({ switch: { kind: 'under-way', role: shop } })
  })

  it('shows why roles are hidden when asked to, or when none is offered', () => {
    expect(given(loaded)).toMatchObject({ showsHidden: false })
    expect(given(loaded, { kind: 'hidden-toggled' })).toMatchObject({ showsHidden: true })
    expect(given({ kind: 'loaded', menu: { ...menu, roles: [] } })).toMatchObject({ showsHidden: true })
  })
})
