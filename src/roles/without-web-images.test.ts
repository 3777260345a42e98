import { expect, it } from 'vitest'
import type { Role } from './role'
import { withoutWebImages } from './without-web-images'

const role = (image?: string): Role => ({
  name: 'payments',
  account: '444455556666',
  roleName: 'Operator',
  color: 'd13212',
  ...(image !== undefined && { image }),
})

it.each([
  ['https://images.example/a.png', undefined],
  ['HTTPS://images.example/a.png', undefined],
  ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
  ['DATA:image/png;base64,AAAA', 'DATA:image/png;base64,AAAA'],
  [undefined, undefined],
])('of the image %j is left %j, and all else of the role', (image, left) => {
  expect(withoutWebImages({ roles: [role(image)], bases: [] })).toStrictEqual({
    roles: [role(left)],
    bases: [],
  })
})
