import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastRatio, readableColor, textColorOn } from './color'

const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => value.toString(16).padStart(6, '0'))

describe('contrastRatio', () => {
  it.each([
    ['000000', 'ffffff', 21],
    ['ffffff', '000000', 21],
    ['336699', '336699', 1],
    ['777777', 'ffffff', 4.48],
    ['767676', 'ffffff', 4.54],
    ['ff0000', 'ffffff', 4],
    ['0000ff', 'ffffff', 8.59],
  ])('of %s on %s is %d', (one, other, expected) => {
    expect(contrastRatio(one, other)).toBeCloseTo(expected, 2)
  })
})

describe('readableColor', () => {
  it('reaches the contrast of WCAG AA for any color on any background', () => {
    fc.assert(
      fc.property(hex, hex, (color, background) => {
        const readable = readableColor(color, background)
        expect(readable).toMatch(/^[\da-f]{6}$/)
        expect(contrastRatio(readable, background)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 500 },
    )
  })

  it('reaches it for every gray on every gray', () => {
    const grays = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0').repeat(3))
    const least = grays.flatMap(background =>
      ['000000', '757575', 'ffffff', background].map(color =>
        contrastRatio(readableColor(color, background), background),
      ),
    )
    expect(Math.min(...least)).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps a color that is readable already', () => {
    fc.assert(
      fc.property(hex, hex, (color, background) => {
        fc.pre(contrastRatio(color, background) >= 4.5)
        expect(readableColor(color, background)).toBe(color)
      }),
    )
  })

  it('changes others no more than necessary', () => {
    fc.assert(
      fc.property(hex, hex, (color, background) => {
        fc.pre(contrastRatio(color, background) < 4.5)
        expect(contrastRatio(readableColor(color, background), background)).toBeLessThan(4.75)
      }),
    )
  })

  it.each([
    ['ffff00', 'ffffff'],
    ['d13212', '1b1b1b'],
  ])('keeps the hue of %s on %s', (color, background) => {
    expect(hue(readableColor(color, background))).toBeCloseTo(hue(color), 1)
  })
})

describe('textColorOn', () => {
  it.each([
    ['ffffff', '000000'],
    ['000000', 'ffffff'],
    ['ff9900', '000000'],
    ['2b2f8f', 'ffffff'],
  ])('%s is %s', (background, text) => {
    expect(textColorOn(background)).toBe(text)
  })

  it('is readable on any background', () => {
    fc.assert(
      fc.property(hex, background => {
        expect(contrastRatio(textColorOn(background), background)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})

/** In radians. */
function hue(color: string): number {
  const value = Number.parseInt(color, 16)
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255]
  return Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue)
}
