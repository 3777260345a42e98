import { describe, expect, it } from 'vitest'
import { pages } from '../aws/fixtures/pages'
import { readSession } from '../aws/read-session'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import {
  chosenProfile,
  clockOf,
  durationOf,
  type SessionStart,
  signInOf,
  withChoice,
  withEnds,
  withStart,
} from './session-clock'

const minute = 60_000
const hour = 60 * minute
const usual = { seconds: 3_600 }
const chosen = { name: 'hub' }

function sessionOn(page: keyof typeof pages): Session {
  const reading = readSession(pages[page], { partition: 'aws', family: 'first' })
  if ('failure' in reading) throw new Error(`${page} has no session.`)
  return reading.session
}

const engineer = sessionOn('classicIamUser')
const hub = sessionOn('classicSwitched')
const other: Session = { ...hub, switched: { account: { id: '777788889999' }, roleName: 'Other' } }

const jar = { isPrivate: false }
const privateJar = { isPrivate: true }
const started = (session: Session, at = 0) => withStart([], session, jar, at, chosen)

describe('the start of a role session', () => {
  it('is the time of the switch, whenever it’s seen', () => {
    const starts = started(hub)
    expect(withStart(starts, hub, jar, 5 * minute)).toBe(starts)
    expect(clockOf(starts, hub, jar, 5 * minute, usual)).toMatchObject({ minutes: 5, isExact: true })
  })

  it('is when it was first seen, if it was switched to by other means', () => {
    const starts = withStart([], hub, jar, minute)
    expect(clockOf(starts, hub, jar, 3.9 * minute, usual)).toMatchObject({ minutes: 2, isExact: false })
  })

  it('is when it was seen, if a wrong clock puts its start in the future', () => {
    const starts = started(hub, 5 * hour)
    expect(clockOf(starts, hub, jar, minute, usual)).toBeUndefined()
    const again = withStart(starts, hub, jar, minute)
    expect(clockOf(again, hub, jar, 3 * minute, usual)).toMatchObject({ minutes: 2, isExact: false })
  })

  it('is new if the role is switched to again', () => {
    const again = withStart(started(hub), hub, jar, 20 * minute, chosen)
    expect(clockOf(again, hub, jar, 21 * minute, usual)).toMatchObject({ minutes: 1 })
    expect(again).toHaveLength(1)
  })

  it('is forgotten after a switch to another role, or back', () => {
    const elsewhere = withStart(started(hub), other, jar, minute)
    expect(clockOf(elsewhere, hub, jar, 2 * minute, usual)).toBeUndefined()
    expect(clockOf(elsewhere, other, jar, 2 * minute, usual)).toMatchObject({ minutes: 1 })
    expect(withStart(started(hub), engineer, jar, minute)).toEqual([])
  })

  it('is known, and forgotten, even if a role’s page shows the base account only by its alias', () => {
    const before = sessionOn('classicAlias')
    const after = sessionOn('classicAliasSwitched')
    const { switched } = after
    const starts = withStart([], { ...before, ...(switched && { switched }) }, jar, 0, chosen)
    expect(clockOf(starts, after, jar, 5 * minute, usual)).toMatchObject({ minutes: 5, isExact: true })
    expect(withStart(starts, before, jar, 6 * minute)).toEqual([])
  })

  it('isn’t that of a private window, or of another session in multi-session mode', () => {
    expect(clockOf(started(hub), hub, privateJar, minute, usual)).toBeUndefined()
    const one = sessionOn('multiSessionSwitched')
    const another: Session = {
      ...one,
      mode: { kind: 'multi-session', differentiator: '444455556666-zz99zz99' },
    }
    expect(clockOf(started(one), another, jar, minute, usual)).toBeUndefined()
    expect(withStart(started(one), another, jar, minute)).toHaveLength(2)
  })

  it('no longer counts after twelve hours', () => {
    const later = withStart(started(hub), hub, jar, 12 * hour)
    expect(clockOf(later, hub, jar, 12 * hour, usual)).toMatchObject({ minutes: 0, isExact: false })
  })

  it('doesn’t exist for a user in no role', () => {
    expect(started(engineer)).toEqual([])
    expect(clockOf([], engineer, jar, 0, usual)).toBeUndefined()
  })

  it('also exists for a portal role', () => {
    const center = sessionOn('classicIdentityCenter')
    expect(clockOf(started(center), center, jar, minute, usual)).toMatchObject({ minutes: 1 })
  })

  it('is kept for a limited number of sessions', () => {
    const starts = Array.from({ length: 80 }, (_, index) => `444455556666-${index}`).reduce(
      (starts: readonly SessionStart[], differentiator) =>
        withStart(starts, { ...hub, mode: { kind: 'multi-session', differentiator } }, jar, 0),
      [],
    )
    expect(starts).toHaveLength(50)
  })
})

describe('the end of a role session', () => {
  const left = (now: number, duration = usual) => clockOf(started(hub), hub, jar, now, duration)?.left

  it.each([
    ['is not spoken of before its last ten minutes', 49.9 * minute, undefined],
    ['is ten minutes away', 50 * minute, 10],
    ['is a minute away until the last moment', 59.9 * minute, 1],
    ['has come', 60 * minute, 0],
    ['has just been', 64 * minute, 0],
    ['can’t have passed if the session continues', 65 * minute, undefined],
  ])('%s', (_, now, expected) => expect(left(now)).toBe(expected))

  it('comes when the profile says', () => {
    expect(left(60 * minute, { seconds: 7_200 })).toBeUndefined()
    expect(left(115 * minute, { seconds: 7_200 })).toBe(5)
  })
})

describe('the end that AWS tells', () => {
  const one = sessionOn('multiSessionSwitched')
  const { mode, partition } = one
  const id = mode.kind === 'multi-session' ? mode.differentiator : ''

  it('takes the place of the assumed one, whatever the profile and the role before say', () => {
    const told = withEnds(started(one), new Map([[id, 20 * minute]]), partition, jar)
    const chained = { ...usual, isChained: true } as const
    expect(clockOf(told, one, jar, 15 * minute, chained)).toEqual({
      minutes: 15,
      isExact: true,
      isTold: true,
      left: 5,
      next: minute,
    })
    expect(clockOf(told, one, jar, 5 * minute, usual)).toMatchObject({ isTold: true, next: 5 * minute })
  })

  it('changes nothing for other sessions, in other jars, and if it is known already', () => {
    const starts = started(one)
    expect(withEnds(starts, new Map([['111122223333-zzzzzzzz', minute]]), partition, jar)).toBe(starts)
    expect(withEnds(starts, new Map([[id, minute]]), partition, privateJar)).toBe(starts)
    const told = withEnds(starts, new Map([[id, minute]]), partition, jar)
    expect(withEnds(told, new Map([[id, minute]]), partition, jar)).toBe(told)
    expect(told.filter(({ signIn }) => signIn !== signInOf(one, jar))).toEqual([])
  })

  it('is that of the new session after another switch', () => {
    const told = withEnds(started(one), new Map([[id, 20 * minute]]), partition, jar)
    const again = withStart(told, one, jar, 10 * minute, { name: 'hub' })
    expect(clockOf(again, one, jar, 11 * minute, usual)).not.toHaveProperty('isTold')
  })
})

describe('the displayed end changes', () => {
  const next = (now: number) => clockOf(started(hub), hub, jar, now, usual)?.next

  it('when the last ten minutes begin', () => expect(next(20 * minute)).toBe(30 * minute))
  it('with each minute of them', () => {
    expect(next(50 * minute)).toBe(minute)
    expect(next(50.25 * minute)).toBe(0.75 * minute)
    expect(next(62 * minute)).toBe(minute)
  })
  it('no longer once it’s long over', () => expect(next(65 * minute)).toBeUndefined())
})

describe('how long a session lasts', () => {
  const role: Role = { name: 'hub', account: '444455556666', roleName: 'Hub' }

  it('is what the role’s profile says', () =>
    expect(durationOf(hub, { ...role, duration: 900 })).toEqual({ seconds: 900 }))
  it('is otherwise an hour, even for a role that isn’t in the list', () => {
    expect(durationOf(hub, role)).toEqual(usual)
    expect(durationOf(hub, undefined)).toEqual(usual)
  })
  it('isn’t known for other kinds of sign-in', () =>
    expect(durationOf(sessionOn('classicFederated'), undefined)).toBeUndefined())

  const long: Role = { ...role, duration: 12 * 3_600 }
  const chained = { seconds: 3_600, isChained: true } as const

  it.each([
    ['classic mode', { ...hub, signedInRole: 'Engineering' }],
    [
      'multi-session mode',
      {
        ...sessionOn('multiSessionSwitched'),
        login: { account: { id: '111122223333' }, signedInRole: 'Power' },
      },
    ],
  ] as const)('is an hour at most if it was switched to from a role, in %s', (_, session) => {
    expect(durationOf(session, long)).toEqual(chained)
    expect(durationOf(session, { ...role, duration: 900 })).toEqual({ seconds: 900 })
    expect(clockOf(started(session), session, jar, 55 * minute, chained)).toMatchObject({
      left: 5,
      isChained: true,
    })
  })

  it('is as long as the profile says if it was switched to from a user', () => {
    expect(durationOf(hub, long)).toEqual({ seconds: 12 * 3_600 })
    expect(durationOf(sessionOn('multiSessionSwitched'), long)).toEqual({ seconds: 12 * 3_600 })
  })
})

describe('the profile that a role was chosen by', () => {
  it('is that of the switch, however often the role is seen', () => {
    const starts = withStart(started(hub), hub, jar, minute)
    expect(chosenProfile(starts, hub, jar)).toBe('hub')
  })

  it('is another one once that was chosen, and the role’s time continues', () => {
    const starts = withChoice(started(hub), hub, jar, { name: 'hub-eu' })
    expect(chosenProfile(starts, hub, jar)).toBe('hub-eu')
    expect(clockOf(starts, hub, jar, minute, usual)).toMatchObject({ minutes: 1 })
  })

  it('isn’t known for a role that was switched to by other means, or in a private window', () => {
    expect(chosenProfile(withStart([], hub, jar, 0), hub, jar)).toBeUndefined()
    expect(chosenProfile(started(hub), hub, privateJar)).toBeUndefined()
    expect(chosenProfile(started(hub), other, jar)).toBeUndefined()
  })
})
