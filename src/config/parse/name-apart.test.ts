import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../roles/order'
import { linkedRole, roleLink } from '../../roles/role-link'
import { search } from '../../roles/search'
import { sessionIn } from '../../roles/session-in'
import { switchable } from '../../roles/switchable'
import { typos } from '../../roles/typos'
import { roleCopies } from '../../switching/role-copies'
import { editProfile } from '../edit/edit-profile'
import { formOf } from '../edit/role-form'
import { toAwsConfig } from '../exchange/to-aws-config'
import { theirs } from '../fixtures/target-roles'
import { parseConfig } from '../resolve/parse-config'
import { parseTogether } from '../resolve/parse-together'
import { targetRoles } from '../resolve/target-roles'

const bases =
  '[one]\naws_account_id = 111111111111\n[two]\naws_account_id = 222222222222\ntarget_role_name = Reader\n'
const ofOne = '[admin]\nsource_profile = one\naws_account_id = 333333333333\nrole_name = Admin\n'
const ofTwo = '[profile admin]\nsource_profile = two\naws_account_id = 444444444444\n'
const twins = `${bases}${ofOne}${ofTwo}`
const names = ['admin (one)', 'admin (two)']

describe('two target roles with the same name under different base accounts', () => {
  const { profiles, diagnostics } = parseConfig(twins)
  const targets = targetRoles(profiles)

  it('are both available, without a message, as in AWS Extend Switch Roles', () => {
    expect(diagnostics).toEqual([])
    expect(targets.roles).toMatchObject([
      { name: 'admin (one)', account: '333333333333', roleName: 'Admin', base: 0 },
      { name: 'admin (two)', account: '444444444444', roleName: 'Reader', base: 1 },
    ])
    expect(theirs(twins).map(({ base, account, role }) => [base, account, role])).toEqual(
      targets.roles.map(({ base = 0, account, roleName }) => [targets.bases[base]?.name, account, roleName]),
    )
  })

  it('are each available from their own base account, and distinct in the menu, its search, its order and its pins', () => {
    for (const [index, base] of targets.bases.entries()) {
      const { roles, hidden } = switchable(targets, sessionIn(base), { onlyMatchingRoles: false })
      expect(roles.map(({ name }) => name)).toEqual([names[index]])
      expect(hidden.map(({ name }) => name)).toEqual([names[1 - index]])
    }
    expect(
      search(targets.roles, typos)
        .find('admin two')
        .map(({ name }) => name),
    ).toEqual(['admin (two)'])
    const pinned = inOrder(targets.roles, 'file', { recent: [], frequent: [], pinned: ['admin (two)'] })
    expect(pinned.map(({ name }) => name)).toEqual(['admin (two)', 'admin (one)'])
  })

  it('are distinct in links and commands', () => {
    const texts = targets.roles.map(role =>
      roleCopies(role, 'aws', 'https://console.aws.amazon.com/').map(({ text }) => text),
    )
    expect(texts[0]?.filter(text => texts[1]?.includes(text))).toEqual([])
    for (const role of targets.roles) {
      expect(linkedRole(roleLink('https://console.aws.amazon.com/', role))).toEqual({
        account: role.account,
        roleName: role.roleName,
      })
    }
  })

  it('are distinct in an export, which reads back as the same roles', () => {
    const { text, count } = toAwsConfig(targets, profiles)
    expect(count).toBe(4)
    expect(text).toContain('[profile "admin (one)"]')
    const back = parseConfig(text)
    expect(back.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(
      targetRoles(back.profiles).roles.map(({ name, account, roleName }) => [name, account, roleName]),
    ).toEqual(targets.roles.map(({ name, account, roleName }) => [name, account, roleName]))
  })

  it('are each edited in their own section', () => {
    for (const [index, profile] of profiles.slice(2).entries()) {
      const form = formOf(profile)
      expect(form.name).toBe('admin')
      const edited = editProfile(twins, form, { ...form, color: '#ff0000' })
      const colors = parseConfig(edited?.text ?? '').profiles.map(({ color }) => color)
      expect(colors).toEqual([
        undefined,
        undefined,
        ...(index === 0 ? ['ff0000', undefined] : [undefined, 'ff0000']),
      ])
    }
  })

  it('may be the same role of the same account', () => {
    const text = twins.replace('444444444444\n', '333333333333\nrole_name = Admin\n')
    expect(targetRoles(parseConfig(text).profiles).roles.map(({ name }) => name)).toEqual(names)
  })

  it('may be four', () => {
    const more = `[three]\naws_account_id = 555555555555\n[four]\naws_account_id = 666666666666\n${ofOne.replace('one', 'three')}${ofOne.replace('one', 'four')}`
    expect(targetRoles(parseConfig(twins + more).profiles).roles.map(({ name }) => name)).toEqual([
      ...names,
      'admin (three)',
      'admin (four)',
    ])
  })

  it.each([
    ['one base account', `${bases}${ofOne}${ofOne}`, 10],
    ['one base account, together with another one', `${twins}${ofTwo}`, 13],
    [
      'one base account and no base account',
      `${bases}${ofOne}[admin]\naws_account_id = 444444444444\nrole_name = Admin\n`,
      10,
    ],
    [
      'no base account',
      '[admin]\naws_account_id = 333333333333\nrole_name = A\n[admin]\naws_account_id = 444444444444\nrole_name = A\n',
      4,
    ],
  ])('remain an error under %s', (_, text, line) => {
    const errors = parseConfig(text).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors).toMatchObject([{ kind: 'duplicateProfile', line }])
  })

  it('keep their name if the other one has an error', () => {
    const { profiles } = parseConfig(`${bases}${ofOne}${ofTwo}role_name = a b\n`)
    expect(profiles.map(({ name }) => name)).toEqual(['one', 'two', 'admin (one)'])
  })

  it('are named by the first, with a warning, if a base account has their name', () => {
    const { profiles, diagnostics } = parseConfig(
      `${twins}[deep]\nsource_profile = admin\naws_account_id = 777777777777\nrole_name = R\n`,
    )
    expect(diagnostics).toMatchObject([{ kind: 'severalOfName', values: ['admin', '6'] }])
    const { roles, bases } = targetRoles(profiles)
    expect(bases[roles.find(({ name }) => name === 'deep')?.base ?? -1]?.account).toBe('333333333333')
  })
})

describe('together with a team list', () => {
  const roles = (personal: string, team: string) =>
    targetRoles(parseTogether(personal, [team]).profiles).roles.map(({ name, account, color }) => [
      name,
      account,
      color,
    ])

  it('a section that only says how it looks applies to both', () => {
    expect(roles('[admin]\ncolor = ff0000\n', twins)).toEqual([
      ['admin (one)', '333333333333', 'ff0000'],
      ['admin (two)', '444444444444', 'ff0000'],
    ])
  })

  it('one that names a base account applies to that account’s role', () => {
    expect(roles('[admin]\nsource_profile = two\ncolor = ff0000\n', twins)).toEqual([
      ['admin (one)', '333333333333', undefined],
      ['admin (two)', '444444444444', 'ff0000'],
    ])
  })

  it('the user’s own two stay where they lead', () => {
    const hostile = twins
      .replaceAll('333333333333', '999999999999')
      .replaceAll('444444444444', '999999999999')
    expect(roles(twins, hostile).map(([, account]) => account)).toEqual(['333333333333', '444444444444'])
  })
})

describe('nameApart', () => {
  it('gives each profile a distinct name, whatever their names', () => {
    const name = fc.constantFrom('a', 'b', 'a (b)', 'a (b) 2', 'b (a)')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 12 }), sections => {
        const text = sections
          .map(
            ([own, source]) =>
              `[${own}]\nsource_profile = ${source}\naws_account_id = 111122223333\nrole_name = R\n`,
          )
          .join('')
        const { profiles } = parseConfig(text)
        expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length)
        expect(profiles).toHaveLength(new Set(sections.map(([own, source]) => `${own}\n${source}`)).size)
      }),
    )
  })
})
