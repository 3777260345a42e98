import { describe, expect, it } from 'vitest'
import { compareTeam } from './compare-team'

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'
const target = { account: '111122223333', roleName: 'Admin' }
const none = { added: [], removed: [], changed: [] }

/** Returns the changes of one profile. */
function changed(before: string, after: string) {
  return compareTeam([before], [after]).changed
}

describe('two versions of a team list', () => {
  it('don’t differ if only places and comments do', () => {
    expect(
      compareTeam([`[a]\n${role}[b]\n${role}`], [`; new\n[b]\n${role}`, `[profile a]\n${role}`]),
    ).toEqual(none)
    expect(compareTeam([], [])).toEqual(none)
  })

  it('report what is new, gone and changed', () => {
    const before = `[a]\n${role}[b]\n${role}color = ff0000\n[c]\n${role}`
    const after = `[d]\n${role}[a]\n${role}[b]\n${role}color = 00ff00`
    expect(compareTeam([before], [after])).toEqual({
      added: ['d'],
      removed: ['c'],
      changed: [{ name: 'b' }],
    })
  })

  it('report a profile with an error as gone', () => {
    expect(compareTeam([`[a]\n${role}`], ['[a]\naws_account_id = 1'])).toEqual({ ...none, removed: ['a'] })
  })
})

describe('an old name with a new meaning is reported', () => {
  it.each([
    [
      'account',
      'aws_account_id = 444455556666\nrole_name = Admin',
      { account: '444455556666', roleName: 'Admin' },
    ],
    [
      'role',
      'aws_account_id = 111122223333\nrole_name = Auditor',
      { account: '111122223333', roleName: 'Auditor' },
    ],
    ['partition', 'role_arn = arn:aws-cn:iam::111122223333:role/Admin', { ...target, partition: 'aws-cn' }],
    ['role at all', 'aws_account_id = 111122223333', { account: '111122223333' }],
    ['target at all', 'region = eu-west-1', {}],
  ])('with another %s', (_, keys, after) => {
    expect(changed(`[a]\n${role}`, `[a]\n${keys}`)).toEqual([
      { name: 'a', target: { before: target, after } },
    ])
  })

  it('also if its base account defines it', () => {
    const team = (roleName: string) =>
      `[base]\naws_account_id = 111122223333\ntarget_role_name = ${roleName}\n[a]\naws_account_id = 444455556666\nsource_profile = base`
    expect(changed(team('Reader'), team('Admin'))).toEqual([
      { name: 'base' },
      {
        name: 'a',
        target: {
          before: { account: '444455556666', roleName: 'Reader' },
          after: { account: '444455556666', roleName: 'Admin' },
        },
      },
    ])
  })

  it('also if it includes another, or is a portal role', () => {
    const including = (account: string) =>
      `[a]\ninclude_profile = b\n[b]\naws_account_id = ${account}\nrole_name = R`
    expect(
      changed(including('111122223333'), including('444455556666')).map(({ target }) => target?.after),
    ).toEqual(Array(2).fill({ account: '444455556666', roleName: 'R' }))
    const portal = (account: string) => `[a]\nsso_account_id = ${account}\nsso_role_name = R`
    expect(changed(portal('111122223333'), portal('444455556666'))[0]?.target?.after).toEqual({
      account: '444455556666',
      roleName: 'R',
    })
    const at = (name: string) =>
      `${portal('111122223333')}\nsso_start_url = https://${name}.awsapps.com/start`
    const [us, them] = ['us', 'them'].map(name => ({
      portal: `https://${name}.awsapps.com/start`,
      account: '111122223333',
      roleName: 'R',
    }))
    expect(changed(at('us'), at('them'))).toEqual([{ name: 'a', target: { before: us, after: them } }])
  })

  it('but not if anything else changed', () => {
    const keys = 'color = ff0000\nregion = eu-west-1\nsource_profile = x\ngroup = g\naws_account_alias = abc'
    expect(changed(`[a]\n${role}`, `[a]\n${role}${keys}`)).toEqual([{ name: 'a' }])
  })
})
