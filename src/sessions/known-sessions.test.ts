import { describe, expect, it } from 'vitest'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { openSessionOf } from './already-open'
import { baseOf, inTabs, newSession, type OpenSession, withSession } from './known-sessions'

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

describe('an added session', () => {
  it('is kept along with the others', () => {
    expect(withSession([base], shop)).toEqual([base, shop])
  })

  it('replaces the same one, and keeps where it was switched from', () => {
    const { from: _, ...seen } = { ...shop, tab: 3, seen: 5 }
    expect(withSession([base, shop], seen)).toEqual([base, { ...seen, from: base.id }])
  })

  it('replaces another one of its role, which AWS signs out', () => {
    const again = open('444455556666-cccc3333', 3)
    expect(withSession([base, shop], again)).toEqual([base, again])
  })

  it('replaces the one that its tab showed before', () => {
    const other = { ...base, id: '555566667777-dddd4444', tab: 2 }
    expect(withSession([shop], other)).toEqual([other])
  })

  it('leaves a private window’s alone', () => {
    const mine = open('444455556666-cccc3333', 3, { isPrivate: true })
    expect(withSession([shop], mine)).toEqual([shop, mine])
  })
})

describe('known sessions', () => {
  it('keep a tab that is still open', () => {
    expect(inTabs([base, shop], [tab(1), tab(2)], false, hour)).toEqual([base, shop])
  })

  it('lose a closed tab', () => {
    const { tab: _, ...without } = shop
    expect(inTabs([shop], [tab(1)], false, hour)).toEqual([without])
  })

  it.each([
    ['something else', [tab(1), tab(2, 'https://example.com/')], false],
    ['another session', [tab(1), tab(2, pageOf(base))], false],
    ['no console, if all console tabs are visible', [tab(1), tab(2)], true],
  ])('are dropped if the tab shows %s', (_, tabs, seesConsoles) => {
    expect(inTabs([shop], tabs, seesConsoles, hour)).toEqual([])
  })

  it('are kept while their tab is on its way to them', () => {
    const loading = { ...tab(2, 'https://us-east-1.signin.aws.amazon.com/oauth'), isLoading: true } as const
    expect(inTabs([shop], [tab(1), loading], true, hour)).toEqual([shop])
  })

  it('get another tab that shows them', () => {
    expect(inTabs([shop], [tab(7, pageOf(shop))], false, hour)).toEqual([{ ...shop, tab: 7 }])
  })

  it('are dropped after the maximum duration of a session', () => {
    expect(inTabs([shop], [tab(2)], false, 12 * hour)).toEqual([])
    // If a wrong clock recorded a time in the future, the session would otherwise never end.
    expect(inTabs([{ ...shop, seen: 20 * hour }], [tab(2)], false, hour)).toEqual([])
  })
})

describe('the session of a role', () => {
  it('is the one of the same account and role name', () => {
    expect(openSessionOf(role, [base, shop])).toBe(shop)
    expect(openSessionOf({ ...role, roleName: 'Reader' }, [base, shop])).toBeUndefined()
    expect(openSessionOf({ ...role, account: '555566667777' }, [base, shop])).toBeUndefined()
  })

  it('doesn’t exist without a tab', () => {
    const { tab: _, ...without } = shop
    expect(openSessionOf(role, [without])).toBeUndefined()
  })
})

describe('the session that a role was switched to from', () => {
  const other = { ...base, id: '111122223333-eeee5555', session: signIn('111122223333-eeee5555', 'other') }

  it('is the recorded one', () => {
    expect(baseOf(shop.session, [other, base, shop])).toBe(base)
  })

  it('is one of the same user, if none is recorded', () => {
    const { from: _, ...unknown } = shop
    expect(baseOf(shop.session, [base, other, unknown])).toBe(base)
    expect(baseOf(shop.session, [other, unknown])).toBeUndefined()
  })

  it('doesn’t exist for a signed-in session', () => {
    expect(baseOf(engineer, [base])).toBeUndefined()
  })

  it('keeps the user over several switches', () => {
    expect(newSession(role, shop.session, '444455556666-ffff6666').login).toEqual({
      account: { id: '111122223333' },
      user: 'engineer',
    })
  })
})
