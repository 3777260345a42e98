import { expect, it } from 'vitest'
import { colorLike, writtenColor } from './color-style'

it.each([
  ['#d13212', '#ff88aa'],
  ['d13212', 'ff88aa'],
  ['#F80', '#FF88AA'],
  ['FF8800', 'FF88AA'],
  ['#fF8800', '#ff88aa'],
  ['', '#ff88aa'],
])('a color that was %j becomes %j', (before, after) => {
  expect(colorLike(before, 'ff88aa')).toBe(after)
})

it('reads a color in each of its styles', () => {
  expect(['#F80', 'FF8800', 'reddish'].map(writtenColor)).toEqual(['ff8800', 'ff8800', undefined])
})
