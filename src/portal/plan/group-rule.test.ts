import { expect, it } from 'vitest'
import { type GroupRule, groupOf } from './group-rule'

it.each<[string, GroupRule, string]>([
  ['Shop production', 'none', ''],
  ['Shop production', 'permission-set', 'Reader'],
  ['Shop production', 'first-word', 'Shop'],
  ['shop-eu_production', 'last-word', 'production'],
  ['決済　本番', 'first-word', '決済'],
  ['Sandbox', 'last-word', 'Sandbox'],
  ['', 'first-word', ''],
])('the group of %j by %s is %j', (name, rule, group) => {
  expect(groupOf({ account: { id: '111122223333', name, roles: [] }, roleName: 'Reader' }, rule)).toBe(group)
})
