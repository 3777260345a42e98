import { expect, it } from 'vitest'
import { withoutImages } from './without-images'

const role = { name: 'payments', account: '444455556666', roleName: 'Operator', color: 'd13212' }

it.each([
  'https://images.example/a.png',
  'HTTPS://images.example/a.png',
  'data:image/png;base64,AAAA',
  'DATA:image/png;base64,AAAA',
])('the image %j is removed, and nothing else of the role', image => {
  expect(withoutImages({ roles: [{ ...role, image }, role], bases: [] })).toStrictEqual({
    roles: [role, role],
    bases: [],
  })
})
