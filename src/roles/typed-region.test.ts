import { expect, it } from 'vitest'
import { typedRegion } from './typed-region'

const role = {
  name: 'shop',
  account: '111122223333',
  roleName: 'Operator',
  regions: ['eu-west-3', 'cn-north-1'],
}

it.each([
  ['eu-west-1', 'aws', 'eu-west-1'],
  ['eu', 'aws', 'eu-west-3'],
  ['us', 'aws', 'us-east-1'],
  ['us-gov', 'aws', undefined],
  ['us', 'aws-us-gov', 'us-gov-east-1'],
  ['cn', 'aws', undefined],
  ['cn', 'aws-cn', 'cn-north-1'],
  ['xy-new-7', 'aws', 'xy-new-7'],
  ['moon', 'aws', undefined],
] as const)('“>%s” in partition %s is the region %s', (typed, partition, region) => {
  expect(typedRegion(typed, role, partition)).toBe(region)
})
