import { describe, expect, it } from 'vitest'
import type { Role } from '../config/resolve/role'
import { againIn, type RoleTab, withRoleTab } from './role-tabs'

const role: Role = { name: 'shop-production', account: '333344445555', roleName: 'Operator' }
const page = 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1'
const known: RoleTab = { ...role, tab: 7, page }
const selector = 'https://us-east-1.signin.aws.amazon.com/sessions/selector'

function oauth(page: string): string {
  return `https://eu-west-1.signin.aws.amazon.com/oauth?redirect_uri=${encodeURIComponent(page)}`
}

describe('againIn', () => {
  it('offers the tab’s role on the page that AWS’s sign-in names', () => {
    const there = 'https://333344445555-abcdefgh.eu-west-1.console.aws.amazon.com/ec2/home#Instances:'
    const address = oauth(there.replace('#Instances:', '?state=hashArgs%23Instances:'))
    expect(againIn({ id: 7, url: address }, [known], [role])).toEqual({
      role,
      page: there,
      session: '333344445555-abcdefgh',
    })
  })

  it('offers the page that was seen last, if AWS names none', () => {
    expect(againIn({ id: 7, url: selector }, [known], [role])).toEqual({ role, page })
    const { page: _, ...unseen } = known
    expect(againIn({ id: 7, url: selector }, [unseen], [role])).toEqual({ role })
    const session = '333344445555-abcdefgh'
    expect(againIn({ id: 7, url: selector }, [{ ...known, session }], [role])).toEqual({
      role,
      page,
      session,
    })
  })

  it('offers the very page, if it is a console page', () => {
    const url = 'https://333344445555-abcdefgh.eu-west-1.console.aws.amazon.com/ec2/home'
    expect(againIn({ id: 7, url }, [known], [role])).toEqual({
      role,
      page: url,
      session: '333344445555-abcdefgh',
    })
  })

  it('offers nothing in other tabs, and on other pages', () => {
    expect(againIn({ id: 8, url: selector }, [known], [role])).toBeUndefined()
    expect(againIn({ id: 7, url: 'https://example.com/' }, [known], [role])).toBeUndefined()
  })

  it('offers no role that the list has changed, and none for a session of another account', () => {
    expect(againIn({ id: 7, url: selector }, [known], [{ ...role, roleName: 'Admin' }])).toBeUndefined()
    expect(againIn({ id: 7, url: selector }, [known], [])).toBeUndefined()
    const other = oauth('https://444455556666-abcdefgh.eu-west-1.console.aws.amazon.com/')
    expect(againIn({ id: 7, url: other }, [known], [role])).toBeUndefined()
  })
})

describe('withRoleTab', () => {
  it('has one entry for a tab, and forgets the oldest tabs', () => {
    const later = { ...known, name: 'other' }
    expect(withRoleTab([known, { ...known, tab: 8 }], later)).toEqual([{ ...known, tab: 8 }, later])
    const many = Array.from({ length: 60 }, (_, tab) => ({ ...known, tab }))
    expect(many.reduce(withRoleTab, [] as readonly RoleTab[]).map(({ tab }) => tab)).toEqual(
      many.slice(10).map(({ tab }) => tab),
    )
  })
})
