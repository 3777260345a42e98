import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMoment, timeSince, timeUntil } from './moment'

const moment = fc.integer({ min: -8.64e15, max: 8.64e15 })

describe('a time', () => {
  it('is anything that a Date can hold, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(moment, fc.double(), fc.maxSafeInteger()), value => {
        const shows = () => new Date(value).toISOString()
        if (isMoment(value)) expect(shows).not.toThrow()
        else expect(shows).toThrow(RangeError)
      }),
    )
  })

  it.each([undefined, null, '5', Number.NaN, Number.POSITIVE_INFINITY, 9e15])('isn’t %s', value => {
    expect(isMoment(value)).toBe(false)
  })
})

describe('a stored time', () => {
  it('is never longer ago than it was, and not ago at all if it’s in the future', () => {
    expect([timeSince(70, 100), timeSince(100, 100), timeSince(101, 100)]).toEqual([30, 0, undefined])
  })

  it('is never waited for longer than the maximum, whatever the clock was', () => {
    expect([timeUntil(130, 100, 50), timeUntil(100, 130, 50), timeUntil(151, 100, 50)]).toEqual([30, 0, 0])
    fc.assert(
      fc.property(moment, moment, fc.nat(), (stored, now, longest) => {
        const wait = timeUntil(stored, now, longest)
        expect(wait >= 0 && wait <= longest).toBe(true)
      }),
    )
  })
})
