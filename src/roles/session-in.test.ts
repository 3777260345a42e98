import { expect, it } from 'vitest'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { sessionIn } from './session-in'
import { switchable } from './switchable'

const targets = targetRoles(
  parseConfig(`
[first]
aws_account_id = 111122223333
role_name      = team/Engineer
[second]
aws_account_id = second-alias
[portal]
sso_account_id = 222233334444
sso_role_name  = Engineer
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
[e]
source_profile = portal
role_arn = arn:aws:iam::555566667777:role/E
`).profiles,
)

it.each([
  ['first', ['a', 'd']],
  ['second', ['c', 'd']],
  ['portal', ['d', 'e']],
  ['a', ['b', 'd']],
  ['elsewhere', ['d']],
])('signed in to %s, the menu offers %j', (name, offered) => {
  const session = sessionIn(targets.bases.find(base => base.name === name))
  const { roles } = switchable(targets, session, { onlyMatchingRoles: false })
  expect(roles.map(role => role.name)).toEqual(offered)
})
