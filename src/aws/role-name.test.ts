import { expect, it } from 'vitest'
import { plainRoleName } from './role-name'

it.each([
  ['Admin', 'Admin'],
  ['team/Admin', 'Admin'],
  ['a/b/c/Admin', 'Admin'],
  ['AWSReservedSSO_PowerUser_0123456789abcdef', 'PowerUser'],
  ['AWSReservedSSO_Power_User_0123456789abcdef', 'Power_User'],
  ['aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Reader_fedcba9876543210', 'Reader'],
  ['AWSReservedSSO_Reader', 'AWSReservedSSO_Reader'],
  ['AWSReservedSSO_Reader_0123456789ABCDEF', 'AWSReservedSSO_Reader_0123456789ABCDEF'],
  ['AWSReservedSSO__0123456789abcdef', 'AWSReservedSSO__0123456789abcdef'],
  ['', ''],
])('a list names the role %s as %s', (roleName, plain) => {
  expect(plainRoleName(roleName)).toBe(plain)
})
