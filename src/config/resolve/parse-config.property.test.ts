import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '../../../bench/is-linear'
import { words } from '../../../fuzz/words'
import { withoutSecrets } from '../secrets/without-secrets'
import { parseConfig } from './parse-config'
import { parseTogether } from './parse-together'

const piece = fc.constantFrom(...words)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes)),
  fc.array(piece, { maxLength: 80 }).map(pieces => pieces.join('')),
)

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('parseConfig', () => {
  it('never throws, and points into the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('personal', 'team'), (input, origin) => {
        const { profiles, diagnostics } = parseConfig(input, origin)
        const lines = input.split(/\r\n?|\n/)
        for (const { line, column, endColumn } of diagnostics) {
          expect(column).toBeGreaterThan(0)
          expect(endColumn).toBeGreaterThanOrEqual(column)
          expect(endColumn).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1)
        }
        for (const profile of profiles) expect(profile.line).toBeLessThanOrEqual(lines.length)
        expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads a text together with others as safely as alone', () => {
    fc.assert(
      fc.property(text, text, text, (personal, one, other) => {
        const together = parseTogether(personal, [one, other])
        const { profiles } = together
        expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length)
        for (const [index, input] of [personal, one, other].entries()) {
          const lines = input.split(/\r\n?|\n/)
          for (const { line, endColumn } of [together.personal, ...together.team][index] ?? []) {
            expect(endColumn).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1)
          }
        }
        const { profiles: alone, diagnostics } = parseConfig(personal)
        expect(parseTogether(personal, [])).toEqual({ profiles: alone, personal: diagnostics, team: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('doesn’t depend on line ends', () => {
    const lf = text.map(input => input.replace(/\r\n?/g, '\n'))
    fc.assert(
      fc.property(lf, fc.constantFrom('\r\n', '\r'), (input, end) => {
        expect(parseConfig(input.replaceAll('\n', end))).toEqual(parseConfig(input))
      }),
    )
  })

  it('can’t change a prototype, whatever the names', () => {
    const name = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty')
    fc.assert(
      fc.property(name, name, name, (section, key, value) => {
        const { profiles } = parseConfig(
          `[${section}]\n${key} = ${value}\nsource_profile = ${value}\ninclude_profile = ${key}\n[${section}.${key}]\nx = 1`,
        )
        expect(profiles.map(({ name }) => name)).toEqual([section, `${section}.${key}`])
        expect(Object.keys(Object.prototype)).toEqual([])
        expect(profiles.every(profile => Object.getPrototypeOf(profile) === Object.prototype)).toBe(true)
      }),
    )
  })

  // On one line or in one section, as well as on many.
  it.each<readonly [what: string, size: number, text: (size: number) => string]>([
    ['spaces', 500_000, n => ' '.repeat(n)],
    ['brackets', 500_000, n => '['.repeat(n)],
    ['quotes', 500_000, n => `[a]\ndescription = ${'"'.repeat(n)}`],
    ['backslashes', 500_000, n => `[a]\ndescription = "${'\\'.repeat(n)}`],
    ['spaces in an image', 500_000, n => `[a]\nimage = data:${' '.repeat(n)}x`],
    ['a long role name', 250_000, n => `[a]\nrole_name = ${'a/'.repeat(n)}`],
    ['a long region', 250_000, n => `[a]\nregion = ${'a-'.repeat(n)}`],
    ['unknown keys', 20_000, n => `[a]\n${times(n, index => `regio${index} = x`)}`],
    ['one section', 50_000, n => '[a]\n'.repeat(n)],
    ['includes', 20_000, n => `[rolecall]\ninclude = ${'https://example.com/ '.repeat(n)}`],
    ['secrets in a line', 20_000, n => 'aws_session_token '.repeat(n)],
    ['secrets', 20_000, n => 'aws_session_token = x\n  y\n'.repeat(n)],
    ['a chain', 20_000, n => times(n, i => `[${i}]\ninclude_profile=${i + 1}\nsource_profile=${i + 1}`)],
    ['missing names', 20_000, n => times(n, i => `[a${i}]\ninclude_profile=b${i}\nsource_profile=b${i}`)],
  ])('takes time in proportion to %s, and to two of them', { timeout: 60_000 }, (_, size, text) => {
    expect(isLinear(size, text, parseConfig)).toBe(true)
    expect(isLinear(size, text, input => parseTogether(input, [input]))).toBe(true)
  })
})

describe('withoutSecrets', () => {
  it('keeps the lines, finishes in one pass, and reads the same as before', () => {
    fc.assert(
      fc.property(text, input => {
        const { text: clean, lines } = withoutSecrets(input)
        expect(clean.split(/\r\n?|\n/)).toHaveLength(input.split(/\r\n?|\n/).length)
        expect(withoutSecrets(clean).lines).toEqual([])
        if (lines.length === 0) expect(clean).toBe(input)
        expect(parseConfig(clean).profiles).toEqual(parseConfig(input).profiles)
      }),
    )
  })
})
