import { expect, it } from 'vitest'
import { regions } from '../aws/regions'
import { regionColor } from './region-color'

it('is a color for each region, and its own for those that are used most', () => {
  expect(regions.map(regionColor).every(color => /^[0-9a-f]{6}$/.test(color))).toBe(true)
  const busiest = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1', 'ap-southeast-2']
  expect(new Set(busiest.map(regionColor)).size).toBe(busiest.length)
  expect(regionColor('xy-north-1')).toBe(regionColor('xy-north-1'))
})
