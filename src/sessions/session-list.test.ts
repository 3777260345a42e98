import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOpenSession, parseSessionList } from './session-list'

const now = Date.UTC(2026, 10, 1, 12)
const end = now + 42 * 60_000
const role = {
  differentiator: '333344445555-abcdefgh',
  principal_arn: 'arn:aws:sts::333344445555:assumed-role/Operator/engineer',
  expiry: end,
  auth_time: now - 18 * 60_000,
  account_alias: 'shop',
}
const listOf = (...sessions: readonly unknown[]) => JSON.stringify({ sessions })

describe('AWS’s list of sessions', () => {
  it('has each session’s id, role and end', () => {
    const user = {
      differentiator: '111122223333-0123abcd',
      principal_arn: 'arn:aws:iam::111122223333:user/engineer',
      expiry: end,
    }
    const set = {
      ...role,
      principal_arn:
        'arn:aws:sts::333344445555:assumed-role/AWSReservedSSO_Reader_0123456789abcdef/engineer@example.com',
    }
    expect(parseSessionList(listOf(role, user, set), now)).toEqual([
      { id: '333344445555-abcdefgh', roleName: 'Operator', end },
      { id: '111122223333-0123abcd', end },
      { id: '333344445555-abcdefgh', roleName: 'Reader', isPermissionSet: true, end },
    ])
    expect(parseSessionList(listOf(), now)).toEqual([])
  })

  it('may tell the time in seconds', () => {
    expect(parseSessionList(listOf({ ...role, expiry: end / 1_000 }), now)?.[0]?.end).toBe(end)
  })

  it.each([
    ['too far away', end + 24 * 3_600_000],
    ['no number', String(end)],
    ['zero', 0],
    ['null', null],
    ['absent', undefined],
  ])('has no end that is %s', (_, expiry) => {
    expect(parseSessionList(listOf({ ...role, expiry }), now)).toEqual([
      { id: '333344445555-abcdefgh', roleName: 'Operator' },
    ])
  })

  it.each([
    'arn:aws:sts::444455556666:assumed-role/Operator/engineer',
    'arn:aws:sts::333344445555:assumed-role/Operator',
    'Operator',
    42,
    undefined,
  ])('has no role for the principal %s', principal_arn => {
    expect(parseSessionList(listOf({ ...role, principal_arn }), now)).toEqual([
      { id: '333344445555-abcdefgh', end },
    ])
  })

  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['no text', ''],
    ['null', 'null'],
    ['a bare list', JSON.stringify([role])],
    ['another name', JSON.stringify({ session: [role] })],
    ['an object in place of the list', JSON.stringify({ sessions: { 0: role } })],
    ['one session without an id', listOf(role, { ...role, differentiator: undefined })],
    [
      'one id of another form',
      listOf(role, { ...role, differentiator: '333344445555-abcdefgh.example.com' }),
    ],
    ['something else than sessions', listOf(role, 'session')],
    ['far too many sessions', listOf(...Array.from({ length: 51 }, () => role))],
  ])('isn’t believed at all if it is %s', (_, text) => {
    expect(parseSessionList(text, now)).toBeUndefined()
  })

  it('never throws, whatever a host answers', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map(value => listOf(value)),
        ),
        text => {
          parseSessionList(text, now)
        },
      ),
    )
  })

  it('tells of sessions that no tab shows', () => {
    const jar = { isPrivate: false }
    const open = (one: Parameters<typeof asOpenSession>[0]) =>
      asOpenSession(one, 'us-east-1.signin.aws.amazon.com', jar, now)
    expect(open({ id: '333344445555-abcdefgh', roleName: 'Operator' })).toMatchObject({
      id: '333344445555-abcdefgh',
      seen: now,
      session: {
        base: { id: '333344445555' },
        mode: { kind: 'multi-session', differentiator: '333344445555-abcdefgh' },
        switched: { account: { id: '333344445555' }, roleName: 'Operator' },
      },
    })
    const set = open({ id: '333344445555-abcdefgh', roleName: 'Reader', isPermissionSet: true })
    expect(set.session).toMatchObject({ signedInRole: 'Reader' })
    expect(set.session.switched).toBeUndefined()
    expect(set.tab).toBeUndefined()
  })
})
