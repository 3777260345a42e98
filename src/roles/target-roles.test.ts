import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config/parse-config'
import { parseTogether } from '../config/parse-together'
import { targetRoles } from './target-roles'

function targets(text: string): readonly string[] {
  const { roles, bases } = targetRoles(parseConfig(text).profiles)
  return roles.map(({ name, roleName, base }) =>
    [name, roleName, ...(base === undefined ? [] : [bases[base]?.name])].join(' '),
  )
}

const base = '[base]\naws_account_id = 111122223333\n'
const account = 'aws_account_id = 444455556666\n'

describe('targetRoles', () => {
  it('gives profiles with an account and a role', () => {
    expect(targets(`[a]\n${account}role_name = Admin\n[default]\nregion = eu-west-1`)).toEqual(['a Admin'])
  })

  it("gives profiles that have their base account's role, with the base", () => {
    const text = `${base}target_role_name = Engineer\n[a]\nsource_profile = base\n${account}`
    expect(targets(text)).toEqual(['a Engineer base'])
  })

  it('gives a base account only where it is written with role_arn', () => {
    const target = `[a]\nsource_profile = base\n${account}role_name = Admin\n`
    expect(targets(`${base}role_name = SignedIn\n${target}`)).toEqual(['a Admin base'])
    expect(targets(`[base]\nrole_arn = arn:aws:iam::111122223333:role/Hub\n${target}`)).toEqual([
      'base Hub',
      'a Admin base',
    ])
  })

  it('gives a portal role as the base, and never as a target', () => {
    const portal = '[portal]\nsso_account_id = 111122223333\nsso_role_name = Reader\ntarget_role_name = R\n'
    expect(targets(`${portal}[a]\nsource_profile = portal\n${account}`)).toEqual(['a R portal'])
  })

  it("says which are the team's, and gives those that have their base account in the other text", () => {
    const personal = `[mine]\n${account}role_name = R\nsource_profile = base\n[changed]\ncolor = ff0000\n`
    const team = `${base}[theirs]\n${account}role_name = R\n[changed]\n${account}role_name = R`
    const { roles, bases } = targetRoles(parseTogether(personal, [team]).profiles)
    expect(roles.map(({ name, origin, base }) => [name, origin, base])).toEqual([
      ['mine', undefined, 0],
      ['theirs', 'team', undefined],
      ['changed', 'both', undefined],
    ])
    expect(bases).toEqual([{ name: 'base', account: '111122223333' }])
  })

  it('gives no base where it is missing, without an account, or the profile itself', () => {
    const text = (source: string) => `[default]\n[a]\nsource_profile = ${source}\n${account}role_name = Admin`
    for (const source of ['nobody', 'default', 'a']) expect(targets(text(source))).toEqual(['a Admin'])
  })
})
