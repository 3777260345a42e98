import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ChangedMeanwhileError } from '../lib/digest'
import { teamChoiceItem } from './team-choice'
import { changeTeam, useTeamUrl } from './team-commands'
import { readTeamInForce } from './team-in-force'
import { teamSourceItem } from './team-source'

const { items, managed, storage } = vi.hoisted(() => {
  const items = new Map<string, unknown>()
  const managed = { values: {} }
  const local = {
    get: async (key: string) => structuredClone({ [key]: items.get(key) }),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value))
    },
  }
  return { items, managed, storage: { local, managed: { get: async () => managed.values } } }
})
vi.mock('../browser/locks', () => ({ exclusively: (work: () => unknown) => work() }))
vi.mock('../browser/api', () => ({ browser: { storage } }))
vi.mock('../browser/sealing', () => ({
  asOpen: (text: string) => text,
  seal: async (texts: readonly string[]) => texts,
  unseal: async (texts: readonly string[]) => texts,
}))

const teamUrl = 'https://team.example/roles.ini'
const teamHeaders = { Authorization: 'Bearer secret' }

beforeEach(() => items.clear())

describe('the user’s change', () => {
  it('to an administrator’s source is stored, without the administrator’s values', async () => {
    managed.values = { teamUrl, teamHeaders, changeable: ['teamHeaders'] }
    const shown = { url: teamUrl, headers: [], cookies: false, approve: true }
    await changeTeam({ ...shown, approve: false }, shown)
    expect(JSON.stringify([...items])).not.toContain('secret')
    expect(await readTeamInForce()).toMatchObject({
      approve: true,
      headers: [['Authorization', 'Bearer secret']],
    })
    await changeTeam(shown, { ...shown, headers: [['A', 'mine']] })
    expect(await readTeamInForce()).toMatchObject({ approve: true, headers: [['A', 'mine']] })
    expect(await teamSourceItem.get()).toEqual({ kind: 'value', value: undefined })
  })

  it('to their own source is stored with it', async () => {
    managed.values = { teamApproval: true }
    const own = { url: 'https://own.example/', headers: [], cookies: false, approve: false }
    await teamSourceItem.set(own)
    await changeTeam({ ...own, approve: true }, { ...own, approve: true, cookies: true })
    expect(await teamSourceItem.get()).toEqual({ kind: 'value', value: { ...own, cookies: true } })
  })

  it('can be undone, like their own minutes between refreshes', async () => {
    managed.values = {}
    const own = { url: 'https://own.example/', headers: [], cookies: false, approve: false }
    await teamSourceItem.set({ ...own, refresh: 30 })
    await changeTeam({ ...own, refresh: 30 }, own)
    expect(await teamSourceItem.get()).toEqual({ kind: 'value', value: own })
  })
})

describe('a token that the user enters', () => {
  const [a, b] = ['https://a.example/roles.ini', 'https://b.example/roles.ini']
  const shown = { url: a, headers: [], cookies: false, approve: false }
  const withToken = { ...shown, headers: [['Authorization', 'for-a']] as const }

  it('for one server isn’t stored for another one that is in use by then', async () => {
    managed.values = {}
    await useTeamUrl(a)
    await useTeamUrl(b)
    await expect(changeTeam(shown, withToken)).rejects.toThrow(ChangedMeanwhileError)
    expect(await readTeamInForce()).toMatchObject({ url: b, headers: [] })
    expect(JSON.stringify([...items])).not.toContain('for-a')
  })

  it('for their own server isn’t stored for an administrator’s, whatever else they change', async () => {
    managed.values = {}
    await useTeamUrl(a)
    await changeTeam(shown, withToken)
    managed.values = { teamUrl: b }
    await expect(changeTeam(withToken, { ...withToken, approve: true })).rejects.toThrow(
      ChangedMeanwhileError,
    )
    expect(await readTeamInForce()).toMatchObject({ url: b, headers: [] })
  })

  it('for an administrator’s server isn’t stored for the next one', async () => {
    managed.values = { teamUrl: a }
    await changeTeam(shown, withToken)
    expect(await readTeamInForce()).toMatchObject({ headers: [['Authorization', 'for-a']] })
    managed.values = { teamUrl: b }
    expect(await readTeamInForce()).toMatchObject({ url: b, headers: [] })
    await expect(changeTeam(withToken, { ...withToken, cookies: true })).rejects.toThrow(
      ChangedMeanwhileError,
    )
  })
})

describe('a URL that the user enters', () => {
  it('uses the administrator’s again if it’s the same', async () => {
    managed.values = { teamUrl, teamHeaders, changeable: ['teamUrl'] }
    await teamChoiceItem.set({ declined: true, origin: '', chosen: {} })
    expect(await readTeamInForce()).toBeUndefined()
    await useTeamUrl(teamUrl)
    expect(await readTeamInForce()).toMatchObject({ url: teamUrl, policy: { url: 'default' } })
  })

  it('is their own if it’s another', async () => {
    managed.values = { teamUrl, teamHeaders, changeable: ['teamUrl'] }
    await useTeamUrl('https://own.example/')
    expect(await readTeamInForce()).toMatchObject({ url: 'https://own.example/', headers: [] })
  })
})
