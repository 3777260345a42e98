import { describe, expect, it } from 'vitest'
import { type GroupedTabs, placeInGroup, withoutTab, withTab } from './place-in-group'

const nothing: GroupedTabs = { tabs: {}, groups: {} }
const host = 'signin.aws.amazon.com'
const shop = {
  tab: 1,
  session: '333344445555-aaaa1111',
  role: 'shop 333344445555',
  title: 'shop',
  color: 'red',
}
const hub = {
  tab: 2,
  session: '444455556666-bbbb2222',
  role: 'hub 444455556666',
  title: 'hub',
  color: 'blue',
}
const shopGroup = { id: 10, title: 'shop', color: 'red' }
const ownGroup = { id: 20, title: 'Holidays', color: 'red' }

/** The shop's tab 1 is in group 10. */
const known = withTab(nothing, shop, host, 10)

describe('a tab of a role’s session', () => {
  it('gets a new group if there is none', () => {
    expect(placeInGroup(shop, [], nothing)).toEqual({ kind: 'new' })
    expect(placeInGroup(hub, [shopGroup], known)).toEqual({ kind: 'new' })
  })

  it('joins the others of its session, even if the user has renamed the group', () => {
    const renamed = { ...shopGroup, title: 'Do not touch', color: 'grey' }
    expect(placeInGroup({ ...shop, tab: 3 }, [renamed], known)).toEqual({ kind: 'join', group: 10 })
  })

  it('gets a new group in a window without one', () => {
    expect(placeInGroup({ ...shop, tab: 3 }, [], known)).toEqual({ kind: 'new' })
  })

  it('gets its group finished if the script was stopped while making it', () => {
    const untitled = { id: 12, title: '', color: 'grey' }
    const making = { ...nothing, making: 1 }
    expect(placeInGroup({ ...shop, group: 12 }, [untitled], making)).toEqual({ kind: 'finish', group: 12 })
    expect(placeInGroup(shop, [], making)).toEqual({ kind: 'new' })
    expect(placeInGroup({ ...shop, group: 20 }, [ownGroup], making)).toEqual({ kind: 'stay' })
    expect(placeInGroup({ ...shop, tab: 3, group: 12 }, [untitled], making)).toEqual({ kind: 'stay' })
    expect(withTab(making, shop, host, 12)).toEqual(withTab(nothing, shop, host, 12))
  })

  it('is placed once', () => {
    expect(placeInGroup(shop, [shopGroup], known)).toEqual({ kind: 'stay' })
  })

  it('moves to another group with another session', () => {
    const hubGroup = { id: 11, title: 'hub', color: 'blue' }
    const both = withTab(known, hub, host, 11)
    const changed = { ...hub, tab: 1, group: 10 }
    expect(placeInGroup(changed, [shopGroup, hubGroup], both)).toEqual({ kind: 'join', group: 11 })
    expect(placeInGroup(changed, [shopGroup], known)).toEqual({ kind: 'new' })
  })

  it('stays in the user’s own group', () => {
    expect(placeInGroup({ ...shop, group: 20 }, [ownGroup], nothing)).toEqual({ kind: 'stay' })
  })

  it('stays in its group after the browser’s restart, and joins it from outside', () => {
    expect(placeInGroup({ ...shop, group: 10 }, [shopGroup], nothing)).toEqual({ kind: 'join', group: 10 })
    expect(placeInGroup(shop, [shopGroup], nothing)).toEqual({ kind: 'join', group: 10 })
    expect(placeInGroup(shop, [{ ...shopGroup, color: 'green' }], nothing)).toEqual({ kind: 'new' })
  })

  it('joins the others of its role, even if that was switched to again', () => {
    const again = { ...shop, tab: 3, session: '333344445555-cccc3333' }
    expect(placeInGroup(again, [shopGroup], known)).toEqual({ kind: 'join', group: 10 })
    expect(placeInGroup({ ...again, tab: 1, group: 10 }, [shopGroup], known)).toEqual({
      kind: 'join',
      group: 10,
    })
  })

  it('doesn’t join another role’s group with the same title', () => {
    const other = { ...shop, tab: 3, session: '777788889999-cccc3333', role: 'shop 777788889999' }
    expect(placeInGroup(other, [shopGroup], known)).toEqual({ kind: 'new' })
  })
})

describe('a closed tab', () => {
  it('is returned with its session, whose group is forgotten with its last tab', () => {
    const two = withTab(known, { ...shop, tab: 3 }, host, 10)
    const one = withoutTab(two, 1)
    expect(one.closed).toEqual({ session: shop.session, role: shop.role, signInHost: host })
    expect(Object.keys(one.known.groups)).toEqual(['10'])
    expect(withoutTab(one.known, 3).known).toEqual(nothing)
  })

  it('is nothing if it was in no group', () => {
    expect(withoutTab(known, 9)).toEqual({ known, closed: undefined })
  })

  it('that was left in the user’s own group is returned without one', () => {
    expect(withTab(nothing, shop, host, undefined).groups).toEqual({})
  })
})
