import { beforeEach, describe, expect, it, vi } from 'vitest'
import { changeTeam, useTeamUrl } from './choose-team'
import { teamChoiceItem } from './team-choice'
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
vi.mock('../browser/api', () => ({ browser: { storage } }))

const teamUrl = 'https://team.example/roles.ini'
const teamHeaders = { Authorization: 'Bearer secret' }

beforeEach(() => items.clear())

describe('what the user changes', () => {
  it('of an administrator’s source is kept, and nothing of what the administrator has set', async () => {
    managed.values = { teamUrl, teamHeaders, changeable: ['teamHeaders'] }
    const shown = { url: teamUrl, headers: [], cookies: false, approve: true }
    await changeTeam(shown)
    expect(JSON.stringify([...items])).not.toContain('secret')
    expect(await readTeamInForce()).toMatchObject({
      approve: true,
      headers: [['Authorization', 'Bearer secret']],
    })
    await changeTeam({ ...shown, headers: [['A', 'mine']] })
    expect(await readTeamInForce()).toMatchObject({ approve: true, headers: [['A', 'mine']] })
    expect(await teamSourceItem.get()).toEqual({ kind: 'value', value: undefined })
  })

  it('of their own source is kept with it', async () => {
    managed.values = { teamApproval: true }
    const own = { url: 'https://own.example/', headers: [], cookies: false, approve: false }
    await teamSourceItem.set(own)
    await changeTeam({ ...own, approve: true, cookies: true })
    expect(await teamSourceItem.get()).toEqual({ kind: 'value', value: { ...own, cookies: true } })
  })

  it('can be taken back, as their own minutes between refreshes are', async () => {
    managed.values = {}
    const own = { url: 'https://own.example/', headers: [], cookies: false, approve: false }
    await teamSourceItem.set({ ...own, refresh: 30 })
    await changeTeam(own)
    expect(await teamSourceItem.get()).toEqual({ kind: 'value', value: own })
  })
})

describe('a URL that the user enters', () => {
  it('takes up the administrator’s again where it is the same', async () => {
    managed.values = { teamUrl, teamHeaders, changeable: ['teamUrl'] }
    await teamChoiceItem.set({ declined: true, origin: '', chosen: {} })
    expect(await readTeamInForce()).toBeUndefined()
    await useTeamUrl(teamUrl)
    expect(await readTeamInForce()).toMatchObject({ url: teamUrl, policy: { url: 'default' } })
  })

  it('is their own where it is another', async () => {
    managed.values = { teamUrl, teamHeaders, changeable: ['teamUrl'] }
    await useTeamUrl('https://own.example/')
    expect(await readTeamInForce()).toMatchObject({ url: 'https://own.example/', headers: [] })
  })
})
