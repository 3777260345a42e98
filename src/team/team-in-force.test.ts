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

describe('the effective team source', () => {
  it('doesn’t exist if neither the user nor an administrator has one', () => {
    expect(teamInForce(undefined, noChoice, {})).toBeUndefined()
    expect(teamInForce(undefined, noChoice, { teamUrl: 'roles', teamHeaders: secret })).toBeUndefined()
  })

  it('is the user’s own if an administrator has set none, or only a default', () => {
    expect(teamInForce(own, noChoice, {})).toEqual({ ...own, policy: {} })
    expect(teamInForce(own, noChoice, { teamUrl, changeable: ['teamUrl'] })).toEqual({ ...own, policy: {} })
  })

  it('is an administrator’s if it’s locked', () => {
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

  it('sends an administrator’s headers only to the administrator’s URL', () => {
    const managed = { teamUrl, teamHeaders: secret, changeable: ['teamUrl'] }
    expect(teamInForce(undefined, noChoice, managed)).toMatchObject({ url: teamUrl, headers: sent })
    expect(teamInForce(own, noChoice, managed)).toEqual({ ...own, policy: {} })
  })

  it('sends the user’s headers and cookies only to the server that they were meant for', () => {
    const chosen = { headers: [['A', 'mine']], cookies: true, approve: true } as const
    const choice = { declined: false, origin: 'https://team.example', chosen }
    expect(teamInForce(undefined, choice, { teamUrl })).toMatchObject(chosen)
    expect(teamInForce(undefined, choice, { teamUrl: 'https://new.example/' })).toMatchObject({
      ...bare,
      // Approval isn't secret.
      approve: true,
    })
  })

  it('uses locked values before the user’s choices, and those before defaults', () => {
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

  it('is fetched as an administrator has locked it, even if it’s the user’s own', () => {
    expect(teamInForce(own, noChoice, { teamCookies: false, teamApproval: true })).toEqual({
      ...own,
      cookies: false,
      approve: true,
      policy: { cookies: 'locked', approve: 'locked' },
    })
  })

  it('never gets cookies from an administrator for the user’s own URL', () => {
    const quiet = { ...own, cookies: false }
    expect(teamInForce(quiet, noChoice, { teamCookies: true })).toEqual({ ...quiet, policy: {} })
  })
})
