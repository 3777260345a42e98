import { describe, expect, it } from 'vitest'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { baseOf, inTabs, newSession, type OpenSession, openSessionOf, withSession } from './known-sessions'

const hour = 60 * 60 * 1000
const role: Role = { name: 'shop', account: '444455556666', roleName: 'team/Operator' }

function signIn(id: string, user: string): Session {
  const mode = { kind: 'multi-session', differentiator: id } as const
  return { partition: 'aws', mode, signInHost: 'signin.aws.amazon.com', base: { id: id.slice(0, 12) }, user }
}

const engineer = signIn('111122223333-aaaa1111', 'engineer')
const base: OpenSession = {
  id: '111122223333-aaaa1111',
  session: engineer,
  tab: 1,
  isPrivate: false,
  seen: 0,
}
const shop = open('444455556666-bbbb2222', 2)

function open(id: string, tab: number, change: Partial<OpenSession> = {}): OpenSession {
  return {
    id,
    session: newSession(role, engineer, id),
    tab,
    from: base.id,
    isPrivate: false,
    seen: 0,
    ...change,
  }
}

const tab = (id: number, url?: string) => ({ id, isPrivate: false, ...(url && { url }) })
const pageOf = ({ id }: OpenSession) => `https://${id}.us-east-1.console.aws.amazon.com/`

describe('a session that is added', () => {
  it('stands beside the others', () => {
    expect(withSession([base], shop)).toEqual([base, shop])
  })

  it('takes the place of the same one, and stays switched to from where it was', () => {
    const { from: _, ...seen } = { ...shop, tab: 3, seen: 5 }
    expect(withSession([base, shop], seen)).toEqual([base, { ...seen, from: base.id }])
  })

  it('takes the place of another one of its role, which AWS signs out', () => {
    const again = open('444455556666-cccc3333', 3)
    expect(withSession([base, shop], again)).toEqual([base, again])
  })

  it('takes the place of what its tab showed before', () => {
    const other = { ...base, id: '555566667777-dddd4444', tab: 2 }
    expect(withSession([shop], other)).toEqual([other])
  })

  it('leaves that of a private window alone', () => {
    const mine = open('444455556666-cccc3333', 3, { isPrivate: true })
    expect(withSession([shop], mine)).toEqual([shop, mine])
  })
})

describe('the sessions in the tabs', () => {
  it('have the tabs that are still there', () => {
    expect(inTabs([base, shop], [tab(1), tab(2)], false, hour)).toEqual([base, shop])
  })

  it('have none where that was closed', () => {
    const { tab: _, ...without } = shop
    expect(inTabs([shop], [tab(1)], false, hour)).toEqual([without])
  })

  it.each([
    ['something else', [tab(1), tab(2, 'https://example.com/')], false],
    ['another session', [tab(1), tab(2, pageOf(base))], false],
    ['no console, where all of them are seen', [tab(1), tab(2)], true],
  ])('are gone where the tab shows %s', (_, tabs, seesConsoles) => {
    expect(inTabs([shop], tabs, seesConsoles, hour)).toEqual([])
  })

  it('have another one that shows them', () => {
    expect(inTabs([shop], [tab(7, pageOf(shop))], false, hour)).toEqual([{ ...shop, tab: 7 }])
  })

  it('are gone after the longest time that a session lasts', () => {
    expect(inTabs([shop], [tab(2)], false, 12 * hour)).toEqual([])
    // A clock that was wrong recorded it in the future, where it would never end.
    expect(inTabs([{ ...shop, seen: 20 * hour }], [tab(2)], false, hour)).toEqual([])
  })
})

describe('the session of a role', () => {
  it('is the one of the same account and role name', () => {
    expect(openSessionOf(role, [base, shop])).toBe(shop)
    expect(openSessionOf({ ...role, roleName: 'Reader' }, [base, shop])).toBeUndefined()
    expect(openSessionOf({ ...role, account: '555566667777' }, [base, shop])).toBeUndefined()
  })

  it('is none without a tab', () => {
    const { tab: _, ...without } = shop
    expect(openSessionOf(role, [without])).toBeUndefined()
  })
})

describe('the session that a role was switched to from', () => {
  const other = { ...base, id: '111122223333-eeee5555', session: signIn('111122223333-eeee5555', 'other') }

  it('is the one on record', () => {
    expect(baseOf(shop.session, [other, base, shop])).toBe(base)
  })

  it('is one of the same user, where there is none on record', () => {
    const { from: _, ...unknown } = shop
    expect(baseOf(shop.session, [base, other, unknown])).toBe(base)
    expect(baseOf(shop.session, [other, unknown])).toBeUndefined()
  })

  it('is none for a session that was signed in to', () => {
    expect(baseOf(engineer, [base])).toBeUndefined()
  })

  it('keeps the user over several switches', () => {
    expect(newSession(role, shop.session, '444455556666-ffff6666').login).toEqual({
      account: { id: '111122223333' },
      user: 'engineer',
    })
  })
})
