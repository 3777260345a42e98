import { describe, expect, it } from 'vitest'
import type { Session } from '../src/aws/session'
import type { Role } from '../src/config/resolve/role'
import type { Move } from './keys'
import type { Row } from './list/rows'
import {
  type Action,
  activeRole,
  activeRow,
  initialState,
  isUntouched,
  type MenuData,
  reduce,
  type State,
} from './state'

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
  targets: { roles, bases: [] },
  roles,
  hidden: [],
  errors: 0,
  teamFailed: false,
  hideAccountIds: false,
  density: 'comfortable',
  shell: 'platform',
  page: 'https://us-east-1.console.aws.amazon.com/',
  headings: false,
  pageFailure: undefined,
  portal: undefined,
  isElsewhere: () => false,
  current: undefined,
  folded: [],
  pinned: [],
  recent: [],
  recentRoles: [],
  forAddress: [],
  ahead: 0,
  groups: { confirmGroups: [], confirmNameGroups: [], readerGroups: [] },
  readerOf: undefined,
  sessions: [],
  base: undefined,
  fromBase: new Set(),
  openIn: () => undefined,
  backTo: undefined,
  clock: undefined,
  typos: undefined,
  search: { find: query => roles.filter(({ name }) => name.includes(query)), prepare() {} },
}

const loaded: Action = { kind: 'loaded', menu }
const [shop] = roles as readonly [Role, ...Role[]]

function given(...actions: readonly Action[]): State {
  return reduceAll(initialState, actions)
}

/** Two rows are in view. */
function moved(move: Move): Action {
  return { kind: 'moved', move, rowsInView: 2 }
}

function reduceAll(state: State, actions: readonly Action[]): State {
  return actions.reduce(reduce, state)
}

function nameOf(row: Row): string {
  if (row.kind === 'role') return row.role.name
  if (row.kind === 'section') return `[${row.section}]`
  return row.kind === 'group' ? `[${row.group} ${row.count}${row.folded ? ' folded' : ''}]` : '[switch back]'
}

function names(state: State): readonly string[] {
  return state.kind === 'menu' ? state.rows.map(nameOf) : []
}

describe('the popup', () => {
  it('shows all roles once they are known, with the first one active', () => {
    const state = given(loaded)
    expect(names(state)).toEqual(['shop', 'shop-2', 'data', 'audit'])
    expect(activeRole(state)?.name).toBe('shop')
  })

  it.each([
    ['the role that was used last', undefined, ['data', 'shop'], 'data'],
    ['the one before, in the last one', 2, ['data', 'audit', 'shop'], 'audit'],
    ['the one used last that is offered', undefined, ['gone', 'audit'], 'audit'],
    ['the first one, if none was used', undefined, [], 'shop'],
    ['the second one, in the first', 0, [], 'shop-2'],
    ['the first one, if only the current one was used', 2, ['data'], 'shop'],
  ])('chooses %s', (_, current, recent, name) => {
    const now = current === undefined ? undefined : roles[current]
    const state = given({ kind: 'loaded', menu: { ...menu, current: now, recent } })
    expect(activeRole(state)?.name).toBe(name)
  })

  it('is untouched until something is typed or moved to', () => {
    const menuOf = (...actions: readonly Action[]) => {
      const state = given({ kind: 'loaded', menu: { ...menu, recent: ['data'] } }, ...actions)
      return state.kind === 'menu' && isUntouched(state)
    }
    expect(menuOf()).toBe(true)
    expect(menuOf(moved({ by: 1 }))).toBe(false)
    expect(menuOf({ kind: 'typed', query: 'data' })).toBe(false)
  })

  it('isn’t touched by a pointer that crosses it', () => {
    const state = given(loaded, { kind: 'pointed', index: 2 })
    expect(activeRole(state)?.name).toBe('data')
    expect(state.kind === 'menu' && isUntouched(state)).toBe(true)
  })

  it('chooses the role that the tab is in if it is the only one', () => {
    const [only] = roles
    const one = {
      ...menu,
      roles: roles.slice(0, 1),
      search: { ...menu.search, find: () => roles.slice(0, 1) },
    }
    expect(activeRole(given({ kind: 'loaded', menu: { ...one, current: only } }))).toBe(only)
  })

  it('applies text that was typed before the roles were known', () => {
    const state = given({ kind: 'typed', query: 'da' }, loaded)
    expect(names(state)).toEqual(['data'])
  })

  it('has no active role while loading, when stopped, and if nothing matches', () => {
    expect(activeRole(initialState)).toBeUndefined()
    expect(activeRole(given({ kind: 'no-menu', failure: { kind: 'not-console' } }))).toBeUndefined()
    expect(activeRole(given(loaded, { kind: 'typed', query: 'x' }))).toBeUndefined()
  })

  it('stays stopped, whatever is typed', () => {
    const stopped = given({ kind: 'no-menu', failure: { kind: 'not-console' } })
    expect(reduce(stopped, { kind: 'typed', query: 'a' })).toBe(stopped)
  })

  it.each([
    ['a row down', [{ by: 1 }], 'shop-2'],
    ['a row up at the top', [{ by: -1 }], 'shop'],
    ['a page down', [{ by: 1, pages: true }], 'data'],
    ['to the end and a row up', [{ to: 'last' }, { by: -1 }], 'data'],
    ['to the end and back', [{ to: 'last' }, { to: 'first' }], 'shop'],
  ] as const)('moves %s', (_, moves, name) => {
    const state = given(loaded, ...moves.map(moved))
    expect(activeRole(state)?.name).toBe(name)
  })

  it('doesn’t move in an empty list', () => {
    const state = given(loaded, { kind: 'typed', query: 'x' }, moved({ by: 1 }))
    expect(state).toMatchObject({ active: 0 })
  })

  it('makes the best match active at each letter', () => {
    const state = given(loaded, moved({ by: 2 }), { kind: 'typed', query: 'shop' })
    expect(activeRole(state)?.name).toBe('shop')
  })

  it('shows how a switch failed until something else is typed', () => {
    const failed = given(
      loaded,
      { kind: 'switch-began', role: shop },
      { kind: 'switch-failed', role: shop, failure: { kind: 'timed-out' } },
    )
    expect(failed).toMatchObject({ switch: { kind: 'failed', failure: { kind: 'timed-out' } } })
    expect(reduce(failed, moved({ by: 1 }))).toMatchObject({ switch: { kind: 'failed' } })
    expect(reduce(failed, { kind: 'typed', query: 's' })).toMatchObject({ switch: { kind: 'none' } })
  })

  it('has copied nothing of a later failure', () => {
    const failed: Action = { kind: 'switch-failed', role: shop, failure: { kind: 'timed-out' } }
    expect(given(loaded, failed, { kind: 'copied', done: true })).toMatchObject({ copied: 'done' })
    expect(given(loaded, failed, { kind: 'copied', done: true }, failed)).toMatchObject({ copied: 'not-yet' })
  })

  it('continues a pending switch while something is typed', () => {
    const state = given(loaded, { kind: 'switch-began', role: shop }, { kind: 'typed', query: 's' })
    expect(state).toMatchObject({ switch: { kind: 'under-way', role: shop } })
  })

  it('shows why roles are hidden if none is available', () => {
    const hidden = [{ name: 'a', reason: { kind: 'other-partition', partition: 'aws-cn' } }] as const
    expect(given(loaded)).toMatchObject({ panel: undefined })
    expect(given({ kind: 'loaded', menu: { ...menu, roles: [], hidden } })).toMatchObject({
      panel: { kind: 'hidden' },
    })
  })

  it('replaces the reasons with the list if roles are found later, and the list with the reasons if none is left', () => {
    const hidden = [{ name: 'a', reason: { kind: 'other-partition', partition: 'aws-cn' } }] as const
    const none = { ...menu, roles: [], hidden }
    const later = given({ kind: 'loaded', menu: none }, { kind: 'arranged', menu })
    expect(later).toMatchObject({ panel: undefined, roles: menu.roles })
    expect(reduce(later, { kind: 'arranged', menu: none })).toMatchObject({ panel: { kind: 'hidden' } })
  })

  it('keeps a panel open that the user has opened, even if the roles change', () => {
    const asked = given(
      { kind: 'loaded', menu },
      { kind: 'opened', panel: { kind: 'hidden' } },
      { kind: 'arranged', menu },
    )
    expect(asked).toMatchObject({ panel: { kind: 'hidden' } })
  })

  it('shows a panel instead of the list until it’s closed or a switch begins', () => {
    const open = given(loaded, { kind: 'opened', panel: { kind: 'help' } })
    expect(open).toMatchObject({ panel: { kind: 'help' } })
    expect(reduce(open, { kind: 'panel-closed' })).toMatchObject({ panel: undefined, active: 0 })
    expect(reduce(open, { kind: 'switch-began', role: shop })).toMatchObject({ panel: undefined })
  })

  it('has the switch back first, but Enter chooses a role', () => {
    const state = given({ kind: 'loaded', menu: { ...menu, backTo: { id: '111122223333' } } })
    expect(names(state)).toEqual(['[switch back]', 'shop', 'shop-2', 'data', 'audit'])
    expect(activeRole(state)?.name).toBe('shop')
    expect(activeRow(reduce(state, moved({ by: -1 })))?.kind).toBe('switch-back')
    expect(names(reduce(state, { kind: 'typed', query: 'da' }))).toEqual(['data'])
  })

  it('has the role whose session has ended first, and selects it', () => {
    const again = { role: shop, page: 'https://us-east-1.console.aws.amazon.com/s3/home' }
    const state = given({ kind: 'loaded', menu: { ...menu, recent: ['data'], again } })
    expect(activeRow(state)).toEqual({ kind: 'again', ...again })
    expect(names(reduce(state, { kind: 'typed', query: 'da' }))).toEqual(['data'])
  })

  it('selects it also if that turns out later, unless the user has moved or typed', () => {
    const later = { kind: 'arranged', menu: { ...menu, again: { role: shop } } } as const
    const state = given({ kind: 'loaded', menu: { ...menu, recent: ['data'] } })
    expect(activeRow(reduce(state, later))?.kind).toBe('again')
    const aimed = reduce(state, moved({ by: 1 }))
    expect(activeRow(reduce(aimed, later))).toEqual(activeRow(aimed))
  })

  it('shows it although no role is available, in place of the reasons', () => {
    const hidden = roles.map(({ name }) => ({ name, reason: { kind: 'no-session' } as const }))
    const state = given({ kind: 'loaded', menu: { ...menu, roles: [], hidden, again: { role: shop } } })
    expect(state).toMatchObject({ rows: [{ kind: 'again', role: shop }], active: 0, panel: undefined })
  })

  describe('with recent roles', () => {
    const recentRoles = [roles[2], roles[1]] as readonly Role[]
    const data: MenuData = { ...menu, recent: ['data', 'shop-2'], recentRoles, ahead: 1 }
    const state = given({ kind: 'loaded', menu: data })

    it('has them between what is pinned and all roles, which include them', () => {
      const rows = ['shop', '[recent]', 'data', 'shop-2', '[all]', 'shop-2', 'data', 'audit']
      expect(names(state)).toEqual(rows)
      expect(state).toMatchObject({ active: 2 })
    })

    it('moves over the headings', () => {
      const at = (...moves: readonly Move[]) => reduceAll(state, moves.map(moved))
      expect(at({ by: -1 })).toMatchObject({ active: 0 })
      expect(at({ by: 1 }, { by: 1 })).toMatchObject({ active: 5 })
      expect(at({ by: 1 }, { by: 1 }, { by: -1 })).toMatchObject({ active: 3 })
      expect(at({ to: 'last' }, { to: 'first' })).toMatchObject({ active: 0 })
      expect(
        reduceAll(given({ kind: 'loaded', menu: { ...data, ahead: 0 } }), [moved({ to: 'first' })]),
      ).toMatchObject({
        active: 1,
      })
    })

    it('keeps the place that was moved to when the menu is arranged anew', () => {
      const below = reduceAll(state, [moved({ to: 'last' }), moved({ by: -1 })])
      expect(below).toMatchObject({ active: 6 })
      expect(reduce(below, { kind: 'arranged', menu: data })).toMatchObject({ active: 6 })
    })
  })

  describe('with headings', () => {
    const grouped = roles.map((role, index) => (index < 3 ? { ...role, group: index < 2 ? 'A' : 'B' } : role))
    const data: MenuData = { ...menu, roles: grouped, headings: true }

    it('has one above each group, and none without a group', () => {
      expect(names(given({ kind: 'loaded', menu: data }))).toEqual([
        '[A 2]',
        'shop',
        'shop-2',
        '[B 1]',
        'data',
        'audit',
      ])
    })

    it('has the pinned roles above all headings', () => {
      const pinned = [...grouped.slice(1, 2), ...grouped.slice(0, 1), ...grouped.slice(2)]
      const state = given({ kind: 'loaded', menu: { ...data, roles: pinned, pinned: ['shop-2'] } })
      expect(names(state)).toEqual(['shop-2', '[A 1]', 'shop', '[B 1]', 'data', 'audit'])
    })

    it('moves to the heading if the active role’s group is collapsed', () => {
      const state = given({ kind: 'loaded', menu: data }, moved({ by: 1 }), {
        kind: 'arranged',
        menu: { ...data, folded: ['A'] },
      })
      expect(names(state)).toEqual(['[A 2 folded]', '[B 1]', 'data', 'audit'])
      expect(activeRow(state)).toMatchObject({ kind: 'group', group: 'A' })
    })
  })
})

describe('a page that hasn’t said yet who is signed in', () => {
  const { session: _, ...unread } = menu
  const waiting: Action = {
    kind: 'loaded',
    menu: {
      ...unread,
      roles: roles.slice(2),
      search: { ...menu.search, find: () => roles.slice(2) },
      pageFailure: { kind: 'waiting' },
    },
  }
  const read: Action = { kind: 'page-read', menu }

  it('is no longer waited for once it has, and Enter chooses the first of all roles', () => {
    const state = given(waiting, read)
    expect(state).toMatchObject({ pageFailure: undefined, session })
    expect(activeRole(state)?.name).toBe('shop')
  })

  it('doesn’t override what the user has moved to or typed', () => {
    expect(activeRole(given(waiting, moved({ by: 1 }), read))?.name).toBe('audit')
    expect(given(waiting, { kind: 'typed', query: 'data' }, read)).toMatchObject({ query: 'data' })
  })

  it('shows no reasons for roles that it may still offer', () => {
    const none = { ...unread, roles: [], hidden: [{ name: 'shop', reason: { kind: 'no-session' } }] } as const
    expect(given({ kind: 'loaded', menu: { ...none, pageFailure: { kind: 'waiting' } } })).toMatchObject({
      panel: undefined,
    })
    expect(given({ kind: 'loaded', menu: none })).toMatchObject({ panel: { kind: 'hidden' } })
  })
})

describe('a slow sign-in host', () => {
  const slow: Action = { kind: 'switch-slow', host: 'a.example', other: 'b.example' }

  it('is shown only during a switch', () => {
    const role = roles[0]
    const began: Action = { kind: 'switch-began', ...(role && { role }) }
    expect(given(loaded, began, slow)).toMatchObject({ switch: { slow: { other: 'b.example' } } })
    expect(given(loaded, slow)).toMatchObject({ switch: { kind: 'none' } })
    expect(given(loaded, began, slow, { kind: 'switch-given-up' })).toMatchObject({
      switch: { kind: 'none' },
    })
  })
})
