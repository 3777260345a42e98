import { expect, it } from 'vitest'
import { parseTogether } from './parse-together'
import { targetRoles } from './target-roles'

const role = 'aws_account_id = 111122223333\nrole_name = Operator\n'

function asks(personal: string, ...team: readonly string[]): Readonly<Record<string, unknown>> {
  const { roles } = targetRoles(parseTogether(personal, team).profiles)
  return Object.fromEntries(
    roles.map(({ name, confirm, readFirst }) => [name, [confirm, readFirst].filter(Boolean).join(' ')]),
  )
}

it('guards the roles of the groups that a team names, the user’s own included', () => {
  const own = `[mine]\n${role}group = LIVE\n[eased]\n${role}group = live\nconfirm = false\n[other]\n${role}`
  expect(asks(own, '[rolecall]\nconfirm_group = Live\nreader_group = live')).toEqual({
    mine: 'true true',
    eased: 'true true',
    other: '',
  })
})

it('adds up what several texts say, and never makes a switch easier', () => {
  const own = `[a]\n${role}group = x\nconfirm = name\n[b]\n${role}group = y\nconfirm = true\n`
  const team = ['[rolecall]\nconfirm_group = x', '[rolecall]\nconfirm_group = y\nconfirm_name_group = y']
  expect(asks(own, ...team)).toEqual({ a: 'name', b: 'name' })
})

it('reports the keys in the user’s own text, where they do nothing', () => {
  const text = `[rolecall]\nconfirm_group = x\n[a]\n${role}group = x`
  expect(asks(text)).toEqual({ a: '' })
  expect(parseTogether(text, []).personal.map(({ kind }) => kind)).toEqual(['onlyInTeam'])
})
