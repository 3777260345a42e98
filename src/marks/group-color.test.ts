import { describe, expect, it } from 'vitest'
import { groupColor } from './group-color'

describe('the color of a group', () => {
  it.each([
    ['d13212', 'red'],
    ['8b0000', 'red'],
    ['ffcc00', 'yellow'],
    ['ff9900', 'orange'],
    ['f2803b', 'orange'],
    ['1d8102', 'green'],
    ['b7ca9d', 'green'],
    ['0073bb', 'blue'],
    ['527fff', 'blue'],
    ['00a1c9', 'cyan'],
    ['6a1b9a', 'purple'],
    ['e91e93', 'pink'],
    ['687078', 'grey'],
    ['ffffff', 'grey'],
    ['000000', 'grey'],
  ])('for %s is %s', (hex, color) => expect(groupColor(hex)).toBe(color))
})
