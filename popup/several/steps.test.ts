import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/config/resolve/role'
import {
  inOtherRegions,
  inRoom,
  openedAnew,
  type Progress,
  questionForAll,
  roomFor,
  type Step,
  takesSession,
  unfinished,
  withoutDoubles,
} from './steps'

function role(name: string, more: Partial<Role> = {}): Role {
  return { name, account: '333344445555', roleName: 'Operator', ...more }
}

function step(name: string, more: Partial<Step> = {}): Step {
  return { role: role(name), way: 'switch', progress: { kind: 'waiting' }, ...more }
}

function kinds(steps: readonly Step[]): readonly Progress['kind'][] {
  return steps.map(({ progress: { kind } }) => kind)
}

describe('steps in several roles', () => {
  it('wait as far as AWS keeps sessions for them', () => {
    const steps = ['a', 'b', 'c'].map(name => step(name))
    expect(kinds(inRoom(steps, 2))).toEqual(['waiting', 'waiting', 'left'])
    expect(kinds(inRoom(inRoom(steps, 0), 1))).toEqual(['waiting', 'left', 'left'])
  })

  it.each([
    ['here', false],
    ['open', false],
    ['container', false],
    ['portal', true],
    ['switch', true],
  ] as const)('that are opened by “%s” take a session: %s', (way, takes) => {
    expect(takesSession({ way })).toBe(takes)
    expect(kinds(inRoom([step('a', { way })], 0))).toEqual([takes ? 'left' : 'waiting'])
  })

  it('keep what became of them', () => {
    const steps = [step('a', { progress: { kind: 'opened' } }), step('b')]
    expect(kinds(inRoom(steps, 1))).toEqual(['opened', 'waiting'])
  })

  it('are not done twice for two roles with the same reader, but in each region', () => {
    const inRegion = (region: string) => step('a', { role: role('a', { region }) })
    expect(withoutDoubles([step('a'), step('b'), step('a')])).toHaveLength(2)
    expect(withoutDoubles([inRegion('eu-west-1'), inRegion('us-east-1')])).toHaveLength(2)
  })

  it('stay unfinished unless their page is shown', () => {
    const steps = [
      step('a', { progress: { kind: 'opened' } }),
      step('b', { progress: { kind: 'here' } }),
      step('c', { progress: { kind: 'failed', failure: { kind: 'timed-out' } } }),
      step('d', { progress: { kind: 'left' } }),
    ]
    expect(unfinished(steps).map(({ role }) => role.name)).toEqual(['c', 'd'])
  })
})

it('only sessions that were opened for the page make room for the next', () => {
  const opened = { progress: { kind: 'opened' } } as const
  const steps = [
    step('a', opened),
    step('b', { ...opened, way: 'open' }),
    step('c', { way: 'here', progress: { kind: 'here' } }),
    step('d', { ...opened, way: 'portal' }),
    step('e'),
  ]
  expect(openedAnew(steps).map(({ name }) => name)).toEqual(['a', 'd'])
})

describe('the one question', () => {
  it('is the strictest of them', () => {
    expect(questionForAll([step('a')])).toBeUndefined()
    expect(questionForAll([step('a'), step('b', { question: 'enter' })])).toBe('enter')
    expect(questionForAll([step('a', { host: 'sso.example.com' })])).toBe('enter')
    expect(questionForAll([step('a', { question: 'name' }), step('b', { question: 'enter' })])).toBe('name')
  })

  it('also comes if there is no room for all', () => {
    expect(questionForAll(inRoom([step('a'), step('b')], 1))).toBe('enter')
  })

  it('also comes before many tabs, which need no session', () => {
    const steps = (count: number) =>
      Array.from({ length: count }, (_, at) => step(`${at}`, { way: 'container' }))
    expect(questionForAll(steps(10))).toBeUndefined()
    expect(questionForAll(steps(11))).toBe('enter')
  })
})

describe('the next roles', () => {
  const earlier = ['a', 'b', 'c', 'd'].map(name => role(name))

  it('take the free sessions, and then those of the earlier roles', () => {
    expect(roomFor(3, 4, earlier)).toEqual({ count: 3, signOutOf: [] })
    expect(roomFor(3, 1, earlier)).toEqual({ count: 3, signOutOf: earlier.slice(0, 2) })
    expect(roomFor(9, 0, earlier)).toEqual({ count: 4, signOutOf: earlier })
  })

  it('have no room if nothing is free and nothing was opened before', () => {
    expect(roomFor(3, 0, [])).toEqual({ count: 0, signOutOf: [] })
    expect(roomFor(3, -1, [])).toEqual({ count: 0, signOutOf: [] })
  })
})

it('the other regions are those in which a role isn’t open', () => {
  const regions = ['eu-west-1', 'us-east-1']
  const others = (roles: readonly Role[], shown?: string) =>
    inOtherRegions(roles, shown).map(({ name, region }) => `${name} ${region}`)
  expect(others([role('a', { regions, region: 'eu-west-1' })], 'us-east-1')).toEqual(['a us-east-1'])
  expect(others([role('a', { regions })], 'us-east-1')).toEqual(['a eu-west-1'])
  expect(others([role('a', { regions })])).toEqual(['a eu-west-1', 'a us-east-1'])
  expect(others([role('a', { regions }), role('a', { regions, region: 'us-east-1' })], 'eu-west-1')).toEqual(
    [],
  )
  expect(others([role('a'), role('b', { regions: ['eu-west-1'] })])).toEqual(['b eu-west-1'])
})
