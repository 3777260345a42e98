import { expect, it } from 'vitest'
import { namesReader } from './reader-name'

it.each([
  'ReadOnly',
  'ReadOnlyAccess',
  'AWSReadOnlyAccess',
  'ViewOnlyAccess',
  'SecurityAudit',
  'read-only',
  'shop_read_only',
  'READONLY',
  'team/path/shop-reader',
  'Viewer',
  'Auditor',
])('says that %s reads', name => expect(namesReader(name)).toBe(true))

it.each([
  'Admin',
  'ReadWrite',
  'Operator',
  'readers-team/Admin',
  'ThreadOwner',
  'non-readonly',
  'NotReadOnly',
  'ReviewOnly',
  'Auditing',
  '',
])('doesn’t say so of %s', name => expect(namesReader(name)).toBe(false))
