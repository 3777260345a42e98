import { describe, expect, it, vi } from 'vitest'
import { noChoice } from './team-choice'
import { teamInForce } from './team-in-force'

vi.mock('../browser/api', () => ({ browser: { storage: { local: {} } } }))

const url = 'https://own.example/roles.ini'
const teamUrl = 'https://team.example/roles.ini'
const own = { url, headers: [['A', 'own']], cookies: true, approve: false } as const
const secret = { Authorization: 'Bearer secret' }
const sent = [['Authorization', 'Bearer secret']]
const bare = { headers: [], cookies: false, approve: false }

describe('the team’s source that counts', () => {
  it('is none where there is neither a user’s nor an administrator’s', () => {
    expect(teamInForce(undefined, noChoice, {})).toBeUndefined()
    expect(teamInForce(undefined, noChoice, { teamUrl: 'roles', teamHeaders: secret })).toBeUndefined()
  })

  it('is the user’s own where an administrator has set none, or one as a default', () => {
    expect(teamInForce(own, noChoice, {})).toEqual({ ...own, policy: {} })
    expect(teamInForce(own, noChoice, { teamUrl, changeable: ['teamUrl'] })).toEqual({ ...own, policy: {} })
  })

  it('is an administrator’s where it is locked', () => {
    expect(teamInForce(own, { ...noChoice, declined: true }, { teamUrl })).toEqual({
      ...bare,
      url: teamUrl,
      policy: { url: 'locked' },
    })
  })

  it('is an administrator’s default until the user declines it', () => {
    const managed = { teamUrl, teamCookies: true, changeable: ['teamUrl', 'teamCookies'] }
    expect(teamInForce(undefined, noChoice, managed)).toEqual({
      ...bare,
      url: teamUrl,
      cookies: true,
      policy: { url: 'default', cookies: 'default' },
    })
    expect(teamInForce(undefined, { ...noChoice, declined: true }, managed)).toBeUndefined()
  })

  it('sends an administrator’s headers to the administrator’s URL only', () => {
    const managed = { teamUrl, teamHeaders: secret, changeable: ['teamUrl'] }
    expect(teamInForce(undefined, noChoice, managed)).toMatchObject({ url: teamUrl, headers: sent })
    expect(teamInForce(own, noChoice, managed)).toEqual({ ...own, policy: {} })
  })

  it('sends the user’s headers and cookies to the server only that they were meant for', () => {
    const chosen = { headers: [['A', 'mine']], cookies: true, approve: true } as const
    const choice = { declined: false, origin: 'https://team.example', chosen }
    expect(teamInForce(undefined, choice, { teamUrl })).toMatchObject(chosen)
    expect(teamInForce(undefined, choice, { teamUrl: 'https://new.example/' })).toMatchObject({
      ...bare,
      // Approval isn't secret.
      approve: true,
    })
  })

  it('has what the user has chosen before defaults, and what is locked before that', () => {
    const chosen = { headers: [['A', 'mine']], cookies: true, approve: false } as const
    const choice = { declined: false, origin: 'https://team.example', chosen }
    const managed = {
      teamUrl,
      teamHeaders: secret,
      teamCookies: false,
      teamApproval: true,
      changeable: ['teamHeaders', 'teamCookies'],
    }
    expect(teamInForce(undefined, choice, managed)).toEqual({
      url: teamUrl,
      headers: chosen.headers,
      cookies: true,
      approve: true,
      policy: { url: 'locked', approve: 'locked' },
    })
  })

  it('is asked for as an administrator has locked it, also where it is the user’s own', () => {
    expect(teamInForce(own, noChoice, { teamCookies: false, teamApproval: true })).toEqual({
      ...own,
      cookies: false,
      approve: true,
      policy: { cookies: 'locked', approve: 'locked' },
    })
  })

  it('has no cookies sent to the user’s own URL by an administrator', () => {
    const quiet = { ...own, cookies: false }
    expect(teamInForce(quiet, noChoice, { teamCookies: true })).toEqual({ ...quiet, policy: {} })
  })
})
