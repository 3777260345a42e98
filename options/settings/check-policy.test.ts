import { describe, expect, it, vi } from 'vitest'
import { checkTeamPolicy } from '../../src/team/team-policy'
import { checkPolicy } from './check-policy'

vi.mock('../../src/browser/api', () => ({ browser: { storage: {} } }))

const teamUrl = 'https://roles.example.com/roles.ini'

describe('an administrator’s setting', () => {
  it('is locked, unless users may change it', () => {
    const managed = { teamUrl, theme: 'dark', sync: false, changeable: ['theme', 'teamUrl'] }
    expect(checkPolicy(managed)).toEqual({ locked: ['sync'], failures: [] })
  })

  it.each([
    [{ colour: 'red' }, { kind: 'unknown', name: 'colour' }],
    [{ ['x'.repeat(10_000)]: 1 }, { kind: 'unknown', name: `${'x'.repeat(60)}…` }],
    [{ sync: 'no' }, { kind: 'not-one-of', name: 'sync', values: [true, false] }],
    [{ theme: null }, { kind: 'not-one-of', name: 'theme', values: ['system', 'light', 'dark'] }],
    [{ teamCookies: 'yes' }, { kind: 'not-one-of', name: 'teamCookies', values: [true, false] }],
    [{ teamUrl: 'http://a.example/' }, { kind: 'bad-url', name: 'teamUrl', reason: { kind: 'insecure' } }],
    [{ teamUrl: ['https://a.example/'] }, { kind: 'bad-url', name: 'teamUrl', reason: { kind: 'empty' } }],
    [
      { teamUrl, teamHeaders: 'A: b' },
      { kind: 'bad-headers', name: 'teamHeaders' },
    ],
    [
      { teamUrl, teamHeaders: [['A', 'b']] },
      { kind: 'bad-headers', name: 'teamHeaders' },
    ],
    [
      { teamUrl, teamHeaders: { A: 'b', 'C D': 'e' } },
      { kind: 'bad-header', name: 'teamHeaders', number: 2 },
    ],
    [
      { teamUrl, teamHeaders: { A: 'b\nc' } },
      { kind: 'bad-header', name: 'teamHeaders', number: 1 },
    ],
    [
      { teamUrl, teamHeaders: { A: 7 } },
      { kind: 'bad-header', name: 'teamHeaders', number: 1 },
    ],
    [{ teamRefresh: 1 }, { kind: 'bad-refresh', name: 'teamRefresh' }],
    [{ confirmGroups: 'live' }, { kind: 'no-list', name: 'confirmGroups' }],
    [{ senders: 'somebody' }, { kind: 'no-list', name: 'senders' }],
    [{ changeable: ['senders'] }, { kind: 'not-set', name: 'senders' }],
    [{ teamHeaders: { A: 'b' } }, { kind: 'headers-alone', name: 'teamHeaders' }],
    [{ changeable: 'theme' }, { kind: 'no-list', name: 'changeable' }],
    [{ changeable: [7] }, { kind: 'no-list', name: 'changeable' }],
    [{ changeable: ['theme'] }, { kind: 'not-set', name: 'theme' }],
    [{ changeable: ['changeable'] }, { kind: 'not-set', name: 'changeable' }],
  ])('is ignored if it is %j, with a reason', (managed, failure) => {
    expect(checkPolicy(managed)).toEqual({ locked: [], failures: [failure] })
  })

  it('is used even if another one is wrong', () => {
    const { locked, failures } = checkPolicy({ theme: 'purple', order: 'name', sync: 0, teamUrl: 7 })
    expect(locked).toEqual(['order', 'sync'])
    expect(failures.map(({ name }) => name)).toEqual(['theme', 'teamUrl'])
  })

  it('names the extensions that may send, and values that aren’t ids', () => {
    const id = 'a'.repeat(32)
    expect(checkPolicy({ senders: [id] }).senders).toBe('locked')
    expect(checkPolicy({ senders: [id], changeable: ['senders'] }).senders).toBe('default')
    expect(checkPolicy({ senders: [id, 'nobody', 7] }).failures).toEqual([
      { kind: 'bad-sender', name: 'senders', number: 2 },
      { kind: 'bad-sender', name: 'senders', number: 3 },
    ])
  })

  it('is reported at most twenty times', () => {
    const managed = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`a${index}`, 1]))
    expect(checkPolicy(managed).failures).toHaveLength(20)
  })
})

it('uses the valid parts of a team’s source and ignores the rest', () => {
  const teamHeaders = { Authorization: 'Bearer x', 'not a name': 'y', Accept: 'text/plain' }
  expect(
    checkTeamPolicy({ teamUrl: ` ${teamUrl}#top`, teamHeaders, teamCookies: 1, teamApproval: 'no' }).values,
  ).toEqual({
    url: teamUrl,
    headers: [
      ['Authorization', 'Bearer x'],
      ['Accept', 'text/plain'],
    ],
    cookies: true,
  })
})
