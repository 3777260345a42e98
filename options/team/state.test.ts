import { expect, it } from 'vitest'
import { initialTeam, reduceTeam } from './state'

const refreshing = reduceTeam(initialTeam, { kind: 'team-read', team: { refreshing: true, texts: ['a'] } })

it('applies new data and keeps the rest', () => {
  expect(refreshing).toEqual({ ...initialTeam, refreshing: true, texts: ['a'] })
  const followed = reduceTeam(refreshing, { kind: 'team-read', team: { loading: false } })
  expect(followed).toEqual({ ...refreshing, loading: false })
})

it.each([{ kind: 'not-done', message: 'offline' }, { kind: 'changed-meanwhile' }] as const)(
  'isn’t being fetched anymore after $kind',
  action => {
    expect(reduceTeam(refreshing, action)).toEqual({ ...refreshing, refreshing: false })
  },
)
