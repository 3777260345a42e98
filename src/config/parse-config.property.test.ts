import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'
import { parseTogether } from './parse-together'
import { withoutSecrets } from './without-secrets'

const piece = fc.constantFrom(
  '[',
  ']',
  '=',
  ';',
  '#',
  '"',
  "'",
  '\\',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\t',
  '\uFEFF',
  '\u2028',
  '\uD800',
  '\0',
  ':',
  'profile ',
  'a',
  'b',
  '__proto__',
  'constructor',
  'toString',
  'color',
  'image',
  'data:image/png;base64,x',
  'aws_account_id',
  '111122223333',
  'role_name',
  'role_arn',
  'arn:aws:iam::111122223333:role/x',
  'source_profile',
  'include_profile',
  'sso-session',
  'rolecall',
  's3 =',
  'aws_secret_access_key',
  'aws_session_token=x',
  '#ff0000',
  'include = https://example.com/a',
  'refresh = 60',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes)),
  fc.array(piece, { maxLength: 80 }).map(pieces => pieces.join('')),
)

/**
 * Any text read in less than this is read in linear time; on one line or in one section as on many. In milliseconds of
 * this process's own, since others may keep the machine busy.
 */
const patience = 2000

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

  it('reads a text beside others as safely as alone', () => {
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

  it('does not depend on how lines end', () => {
    const lf = text.map(input => input.replace(/\r\n?/g, '\n'))
    fc.assert(
      fc.property(lf, fc.constantFrom('\r\n', '\r'), (input, end) => {
        expect(parseConfig(input.replaceAll('\n', end))).toEqual(parseConfig(input))
      }),
    )
  })

  it('leaves no mark on objects, whatever the names', () => {
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

  it.each([
    ['spaces', ' '.repeat(500_000)],
    ['brackets', '['.repeat(500_000)],
    ['quotes', `[a]\ndescription = ${'"'.repeat(500_000)}`],
    ['backslashes', `[a]\ndescription = "${'\\'.repeat(500_000)}`],
    ['spaces in an image', `[a]\nimage = data:${' '.repeat(500_000)}x`],
    ['a long role name', `[a]\nrole_name = ${'a/'.repeat(250_000)}`],
    ['a long region', `[a]\nregion = ${'a-'.repeat(250_000)}`],
    ['unknown keys', `[a]\n${Array.from({ length: 20_000 }, (_, index) => `regio${index} = x`).join('\n')}`],
    ['one section', '[a]\n'.repeat(50_000)],
    ['includes', `[rolecall]\ninclude = ${'https://example.com/ '.repeat(20_000)}`],
    ['secrets in a line', 'aws_session_token '.repeat(20_000)],
    ['secrets', 'aws_session_token = x\n  y\n'.repeat(20_000)],
    [
      'a chain',
      Array.from(
        { length: 20_000 },
        (_, i) => `[${i}]\ninclude_profile=${i + 1}\nsource_profile=${i + 1}`,
      ).join('\n'),
    ],
    [
      'missing names',
      Array.from({ length: 20_000 }, (_, i) => `[a${i}]\ninclude_profile=b${i}\nsource_profile=b${i}`).join(
        '\n',
      ),
    ],
  ])(
    'is not slowed by %s, nor by two of them',
    (_, input) => {
      const before = process.cpuUsage()
      parseConfig(input)
      const between = process.cpuUsage()
      parseTogether(input, [input])
      expect((between.user - before.user) / 1_000).toBeLessThan(patience)
      expect(process.cpuUsage(between).user / 1_000).toBeLessThan(2 * patience)
    },
    30_000,
  )
})

describe('withoutSecrets', () => {
  it('keeps the lines, is done after one pass, and reads as the text did', () => {
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
