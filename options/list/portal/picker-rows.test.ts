import { describe, expect, it } from 'vitest'
import { asOneLine } from '../../../src/lib/one-line'
import type { PlannedRole } from './choices'
import { keysOf, pickerRows, tickOf, toggled } from './picker-rows'

const role = (id: string, accountName: string, roleName: string): PlannedRole => ({
  key: `${id} ${roleName}`,
  found: { account: { id, name: accountName, roles: [] }, roleName },
  name: asOneLine(`${accountName}-${roleName}`.toLowerCase()),
  account: id,
  roleName,
  group: '',
  color: '',
})
const planned = [
  role('111122223333', 'Shop', 'Operator'),
  role('111122223333', 'Shop', 'Reader'),
  role('333344445555', 'Café', 'Reader'),
]
const shown = (query: string) =>
  pickerRows(planned, query).map(row => (row.kind === 'account' ? row.account.name : row.role.key))

describe('the rows of the new roles', () => {
  it('are those that match every word, below their accounts', () => {
    expect(shown('')).toEqual([
      'Shop',
      '111122223333 Operator',
      '111122223333 Reader',
      'Café',
      '333344445555 Reader',
    ])
    expect(shown('READ shop')).toEqual(['Shop', '111122223333 Reader'])
    expect(shown('cafe')).toEqual(['Café', '333344445555 Reader'])
    expect(shown('3333 oper')).toEqual(['Shop', '111122223333 Operator'])
    expect(shown('nothing')).toEqual([])
  })

  it('tick an account’s shown roles, and untick them once all are ticked', () => {
    const [shop] = pickerRows(planned, '')
    const keys = shop ? keysOf(shop) : []
    const none = toggled(new Set(), keys)
    expect([...none]).toEqual(['111122223333 Operator', '111122223333 Reader'])
    expect(tickOf(keys, none)).toBe('none')
    const some = toggled(none, ['111122223333 Reader'])
    expect(tickOf(keys, some)).toBe('some')
    expect([...toggled(some, keys)]).toEqual([])
  })
})
