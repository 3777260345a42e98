import { describe, expect, it } from 'vitest'
import { rowsOfMenu } from '../popup/list/rows'
import { topsOf, visibleRows } from '../popup/list/visible-rows'
import type { Session } from '../src/aws/session'
import type { Role } from '../src/config/resolve/role'
import { type Habits, inOrder } from '../src/roles/order'
import { search } from '../src/roles/search'
import { switchable } from '../src/roles/switchable'
import { typos } from '../src/roles/typos'

const session: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: '111122223333' },
}
const habits: Habits = { recent: ['role-3'], frequent: ['role-5'], pinned: ['role-7'] }

/** Returns roles that count how often their properties are read. */
function counted(count: number) {
  let reads = 0
  const roles = Array.from({ length: count }, (_, index) => {
    const role: Role = {
      name: `role-${index}`,
      account: String(200_000_000_000 + index),
      roleName: 'Operator',
      group: `group-${index % 7}`,
      base: 0,
    }
    return new Proxy(role, {
      get(target, key, receiver) {
        reads++
        return Reflect.get(target, key, receiver)
      },
    })
  })
  return {
    roles,
    /** Returns the number of reads during the work, for each role. */
    during(work: () => void): number {
      reads = 0
      work()
      return reads / count
    },
  }
}

const bases = [{ name: 'base', account: '111122223333' }]

describe('the work for each role is the same in a list of a hundred and of ten thousand', () => {
  const works: Readonly<Record<string, (roles: readonly Role[]) => void>> = {
    'to tell what a session offers': roles =>
      switchable({ roles, bases }, session, { onlyMatchingRoles: false }),
    'to put them in order': roles => inOrder(roles, 'recent', habits, 'https://console.aws.amazon.com/'),
    'to put them under headings': roles =>
      rowsOfMenu({
        roles: inOrder(roles, 'group', habits),
        headings: true,
        folded: [],
        pinned: ['role-7'],
        backTo: undefined,
        recentRoles: [],
        forAddress: [],
        ahead: 0,
      }),
    'to make the texts to search in': roles => search(roles, typos).prepare(),
  }
  it.each(Object.entries(works))('%s', (_, work) => {
    const [few, many] = [100, 10_000].map(count => {
      const { roles, during } = counted(count)
      return during(() => work(roles))
    })
    // A pinned role or two are read once more.
    expect(many).toBeLessThanOrEqual((few ?? 0) + 0.01)
    expect(many).toBeLessThan(12)
  })
})

describe('a role takes no work', () => {
  it('in a query once the texts are prepared, unless the query finds it', () => {
    const { roles, during } = counted(10_000)
    const searching = search(roles, typos)
    searching.prepare()
    expect(during(() => searching.find(''))).toBe(0)
    const found = searching.find('role-1234')
    expect(found[0]?.name).toBe('role-1234')
    expect(during(() => searching.find('role-1234'))).toBeLessThan(0.01)
  })

  it('if it isn’t in view: fifty thousand roles take as many rows as fifty', () => {
    const drawn = (count: number, scrollTop: number) => {
      const { first, end } = visibleRows(
        topsOf(count, () => 50),
        scrollTop,
        425,
      )
      return end - first
    }
    expect(drawn(50_000, 0)).toBe(drawn(50, 0))
    expect(drawn(50_000, 1_000_000)).toBeLessThanOrEqual(drawn(50, 500) + 4)
    expect(drawn(50_000, 0)).toBeLessThan(16)
  })
})
