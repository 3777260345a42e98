import { describe, expect, it } from 'vitest'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { currentRole } from './current-role'

const session: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: '111122223333' },
  switched: { account: { id: '333344445555' }, roleName: 'Operator' },
}
const prod: Role = { name: 'prod', account: '333344445555', roleName: 'Operator' }
const us: Role = { ...prod, name: 'prod-us', region: 'us-east-1' }
const eu: Role = { ...prod, name: 'prod-eu', region: 'eu-west-1' }
const other: Role = { ...prod, name: 'other', account: '444455556666' }

describe('the current role', () => {
  it.each([
    ['the one that was chosen', [other, us, eu], 'prod-eu', 'us-east-1', eu],
    ['that of the page’s region', [other, us, eu], undefined, 'eu-west-1', eu],
    ['that of the page’s region if the chosen one is gone', [us, eu], 'prod-ap', 'eu-west-1', eu],
    ['the first', [prod, us, eu], undefined, 'ap-south-1', prod],
    ['the first if the page names no region', [prod, us], undefined, undefined, prod],
    ['not one of another account', [other], 'other', undefined, undefined],
  ] as const)('is %s', (_, roles, chosen, region, expected) => {
    expect(currentRole(roles, session, chosen, region)).toBe(expected)
  })

  it('doesn’t exist if the session is in no role', () => {
    const { switched: _, ...user } = session
    expect(currentRole([us, eu], user, 'prod-eu', 'eu-west-1')).toBeUndefined()
  })
})
