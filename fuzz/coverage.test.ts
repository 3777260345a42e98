import { expect, it } from 'vitest'
import { watch } from './coverage'

const counters = () => ({ 'a.ts': { s: { 0: 0, 1: 0 }, f: { 0: 0 }, b: { 0: [0, 0] } } })

it('an input is new if it reaches code that none has reached, or reaches it a different number of times', () => {
  const counted = counters()
  const file = counted['a.ts']
  const coverage = watch(counted)
  expect(coverage.isNew()).toBe(false)

  file.s[1] = 1
  expect(coverage.isNew()).toBe(true)
  expect(coverage.isNew()).toBe(false)
  file.s[1] = 1
  expect(coverage.isNew()).toBe(false)
  file.s[1] = 5
  expect(coverage.isNew()).toBe(true)
  file.s[1] = 6
  expect(coverage.isNew()).toBe(false)
  file.b[0][1] = 1
  expect(coverage.isNew()).toBe(true)
  expect([coverage.reached, coverage.all]).toEqual([2, 5])
})
