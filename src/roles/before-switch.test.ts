import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../config/resolve/role'
import {
  areNamesOf,
  beforeSwitch,
  type GuardedGroups,
  isNameOf,
  lastWord,
  questionOf,
  readerFinder,
  wordsToType,
} from './before-switch'

const noGroups: GuardedGroups = { confirmGroups: [], confirmNameGroups: [], readerGroups: [] }
const shop: Role = { name: 'shop', account: '111122223333', roleName: 'Operator', reader: 'shop-reader' }
const reader: Role = { name: 'shop-reader', account: '111122223333', roleName: 'ReadOnly' }
const offered = [shop, reader]

describe('a role with a reader', () => {
  it('opens its reader, without a question', () => {
    expect(beforeSwitch(shop, { offered, groups: noGroups })).toEqual({ role: reader })
    expect(readerFinder(offered, noGroups, undefined)(shop)).toBe(reader)
  })

  it('is taken itself if the user says so', () => {
    expect(beforeSwitch(shop, { offered, groups: noGroups, isItself: true })).toEqual({ role: shop })
  })

  it('asks first if the reader isn’t offered, or is in another account', () => {
    const elsewhere = { ...reader, account: '444455556666' }
    for (const others of [[shop], [shop, elsewhere]]) {
      const asks = { role: shop, question: 'enter', withoutReader: true }
      expect(beforeSwitch(shop, { offered: others, groups: noGroups })).toEqual(asks)
      expect(beforeSwitch(shop, { offered: others, groups: noGroups, isItself: true })).toEqual(asks)
      expect(readerFinder(others, noGroups, undefined)(shop)).toBeUndefined()
    }
  })

  it('asks first in its reader’s tab, unless the user has chosen the role itself', () => {
    const inReader = { offered, groups: noGroups, current: reader }
    expect(beforeSwitch(shop, inReader)).toEqual({ role: shop, question: 'enter' })
    expect(beforeSwitch(shop, { ...inReader, isItself: true })).toEqual({ role: shop })
    expect(readerFinder(offered, noGroups, reader)(shop)).toBeUndefined()
  })

  it('asks what the reader asks', () => {
    const strict = { ...reader, confirm: 'name' } as const
    expect(beforeSwitch(shop, { offered: [shop, strict], groups: noGroups })).toEqual({
      role: strict,
      question: 'name',
    })
  })

  it('has none if it names itself, as an inherited key may', () => {
    const itself = { ...shop, reader: 'shop' }
    expect(beforeSwitch(itself, { offered, groups: noGroups })).toEqual({ role: itself })
  })
})

describe('a group that opens read-only first', () => {
  const groups = { ...noGroups, readerGroups: ['live'] }
  const admin: Role = { name: 'a', account: '111122223333', roleName: 'Admin', group: 'Live' }
  const viewer: Role = { ...admin, name: 'b', roleName: 'team/ViewOnlyAccess' }

  it('opens the account’s role that reads, which opens as it is', () => {
    expect(beforeSwitch(admin, { offered: [admin, viewer], groups })).toEqual({ role: viewer })
    expect(beforeSwitch(viewer, { offered: [admin, viewer], groups })).toEqual({ role: viewer })
    const byTeam = { ...admin, group: 'Other', readFirst: true } as const
    expect(beforeSwitch(byTeam, { offered: [byTeam, viewer], groups: noGroups })).toEqual({ role: viewer })
  })

  it('asks first where no role of the account reads', () => {
    const asks = { role: admin, question: 'enter', withoutReader: true }
    expect(beforeSwitch(admin, { offered: [admin], groups })).toEqual(asks)
    const other = { ...viewer, account: '444455556666' }
    expect(beforeSwitch(admin, { offered: [admin, other], groups })).toEqual(asks)
  })
})

describe('a question', () => {
  it('comes from the profile or from its group, and the stricter one counts', () => {
    const groups = { ...noGroups, confirmGroups: ['LIVE'], confirmNameGroups: ['Ｐｒｏｄ'] }
    expect(questionOf({}, groups)).toBeUndefined()
    expect(questionOf({ confirm: true }, groups)).toBe('enter')
    expect(questionOf({ confirm: 'name' }, groups)).toBe('name')
    expect(questionOf({ group: 'live' }, groups)).toBe('enter')
    expect(questionOf({ confirm: 'name', group: 'live' }, groups)).toBe('name')
    expect(questionOf({ confirm: true, group: 'prod' }, groups)).toBe('name')
  })

  it('comes before production if the user only pressed Enter', () => {
    const live: Role = { name: 'shop-production', account: '111122223333', roleName: 'Operator' }
    const unaimed = { offered: [live], groups: noGroups, isUnaimed: true }
    expect(beforeSwitch(live, unaimed)).toEqual({ role: live, question: 'enter' })
    expect(beforeSwitch(reader, unaimed)).toEqual({ role: reader })
  })
})

describe('a reason', () => {
  const vault: Role = { name: 'vault', account: '111122223333', roleName: 'Owner', reason: true }
  const logged = { ...noGroups, log: true }

  it('is asked for in place of a second Enter, or with the name', () => {
    expect(beforeSwitch(vault, { offered: [vault], groups: logged })).toEqual({
      role: vault,
      question: 'enter',
      asksReason: true,
    })
    const named = { ...vault, confirm: 'name' } as const
    expect(beforeSwitch(named, { offered: [named], groups: logged })).toEqual({
      role: named,
      question: 'name',
      asksReason: true,
    })
  })

  it('isn’t asked for without a log to keep it in, nor for the reader that is taken', () => {
    expect(beforeSwitch(vault, { offered: [vault], groups: noGroups })).toEqual({ role: vault })
    const asking = { ...shop, reason: true } as const
    expect(beforeSwitch(asking, { offered: [asking, reader], groups: logged })).toEqual({ role: reader })
  })
})

describe('the typed name', () => {
  it('is the name, or its last word, in any case', () => {
    for (const typed of ['shop-production', ' SHOP-production ', 'Production'])
      expect(isNameOf({ name: 'shop-production' }, typed)).toBe(true)
    for (const typed of ['', ' ', 'shop', 'produc', 'shop-productio'])
      expect(isNameOf({ name: 'shop-production' }, typed)).toBe(false)
  })

  it('is the whole name if the last word is short, or there is none', () => {
    expect(lastWord('shop-eu-1')).toBe('shop-eu-1')
    expect(lastWord('本番/店舗')).toBe('本番/店舗')
    expect(lastWord('admin (shop)')).toBe('shop')
    expect(isNameOf({ name: '!!' }, '!!')).toBe(true)
  })

  it('can be typed for every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), name => {
        fc.pre(name.trim() !== '')
        expect(isNameOf({ name }, name)).toBe(true)
        expect(isNameOf({ name }, lastWord(name))).toBe(true)
        expect(isNameOf({ name }, '')).toBe(false)
      }),
    )
  })
})

describe('the typed names of several roles', () => {
  const roles = ['shop-production', 'payments-production', 'data live'].map(name => ({ name }))

  it('are the name or the last word of each, in any order', () => {
    for (const typed of [
      'production live',
      'Live, PRODUCTION',
      'data live shop-production payments-production',
    ])
      expect(areNamesOf(roles, typed)).toBe(true)
  })

  it('are all of them', () => {
    for (const typed of ['', 'production', 'live', 'shop-production live', 'productionlive'])
      expect(areNamesOf(roles, typed)).toBe(false)
  })

  it('are no more than five', () => {
    const many = ['a-one', 'b-two', 'c-three', 'd-four', 'e-five', 'f-six', 'g-One'].map(name => ({ name }))
    expect(wordsToType(many)).toEqual(['One', 'two', 'three', 'four', 'five'])
    expect(areNamesOf(many, 'one two three four five')).toBe(true)
    expect(areNamesOf(many, 'two three four five six')).toBe(false)
  })

  it('are what the question says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), names => {
        const all = names.filter(name => name.trim() !== '').map(name => ({ name }))
        expect(areNamesOf(all, wordsToType(all).join(' '))).toBe(true)
      }),
    )
  })
})

it('never takes a guarded role without its reader or a question, whatever is offered', () => {
  const role = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    account: fc.constantFrom('1', '2'),
    roleName: fc.constantFrom('Admin', 'ReadOnly'),
    reader: fc.constantFrom('a', 'b', 'c', 'd'),
  })
  fc.assert(
    fc.property(fc.array(role), role, fc.boolean(), (others, chosen, isUnaimed) => {
      fc.pre(chosen.reader !== chosen.name)
      const { role: taken, question } = beforeSwitch(chosen, {
        offered: [...others, chosen],
        groups: noGroups,
        isUnaimed,
      })
      if (taken === chosen) expect(question).toBeDefined()
      else expect(taken).toMatchObject({ name: chosen.reader, account: chosen.account })
    }),
  )
})
