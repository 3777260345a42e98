import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config/parse-config'
import { baseAccounts, sessionElsewhere, sessionIn } from './base-accounts'
import { switchable } from './switchable'

const { profiles } = parseConfig(`
[first]
aws_account_id = 111122223333
role_name      = team/Engineer
[second]
aws_account_id = second-alias
[default]
[a]
source_profile = first
role_arn = arn:aws:iam::444455556666:role/Hub
[b]
source_profile = a
role_arn = arn:aws:iam::555566667777:role/B
[c]
source_profile = second
role_arn = arn:aws:iam::555566667777:role/C
[d]
source_profile = default
role_arn = arn:aws:iam::555566667777:role/D
`)

describe('baseAccounts', () => {
  it('gives what is named and has an account', () => {
    expect(baseAccounts(profiles).map(({ name }) => name)).toEqual(['first', 'second', 'a'])
  })

  it.each([
    ['first', ['a', 'd']],
    ['second', ['c', 'd']],
    ['a', ['b', 'd']],
  ])('signed in to %s, the menu offers %j', (name, offered) => {
    const base = baseAccounts(profiles).find(profile => profile.name === name)
    const session = base ? sessionIn(base) : sessionElsewhere
    const { roles } = switchable(profiles, session, { onlyMatchingRoles: false })
    expect(roles.map(role => role.name)).toEqual(offered)
  })

  it('signed in elsewhere, the menu offers what has no base account', () => {
    const { roles } = switchable(profiles, sessionElsewhere, { onlyMatchingRoles: false })
    expect(roles.map(role => role.name)).toEqual(['d'])
  })
})
