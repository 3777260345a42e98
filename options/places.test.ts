import { expect, it } from 'vitest'
import { placeOf } from './places'

it.each([
  ['#menu', { tab: 'menu', setting: undefined }],
  ['#menu/order', { tab: 'menu', setting: 'order' }],
  ['#team/', { tab: 'team', setting: undefined }],
  ['', { tab: 'roles', setting: undefined }],
  ['#welcome', { tab: 'roles', setting: undefined }],
  ['#welcome/order', { tab: 'roles', setting: undefined }],
  ['#toString', { tab: 'roles', setting: undefined }],
])('“%s” is a place', (hash, place) => {
  expect(placeOf(hash)).toEqual(place)
})
