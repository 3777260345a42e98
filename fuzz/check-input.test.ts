import { describe, expect, it } from 'vitest'
import { type Config, parseConfig } from '../src/config/resolve/parse-config'
import { randomNumbers } from '../testing/generators/random-numbers'
import { checkInput, checkParser } from './check-input'
import { mutator } from './mutate'
import { seeds } from './seeds'
import { words } from './words'

describe('code that reads hostile text', () => {
  // A small part of `npm run fuzz`, without guidance by coverage.
  it('has no fault in 3,000 changed texts', { timeout: 60_000 }, () => {
    const known = seeds()
    const next = mutator(randomNumbers(1), words)
    for (const text of known) checkInput(text)
    for (let left = 3_000; left > 0; left--) checkInput(next(known))
  })
})

describe('a parser', () => {
  const text = '[a]\naws_account_id = 111122223333\nrole_name = Operator\ncolour = red\n'
  const parser = (change: (config: Config) => Partial<Config>) => () =>
    checkParser(text, (text, origin) => {
      const config = parseConfig(text, origin)
      return { ...config, ...change(config) }
    })

  it('passes if it is right', () => {
    expect(parser(() => ({}))).not.toThrow()
  })

  it.each<readonly [what: string, change: (config: Config) => Partial<Config>]>([
    [
      'points past the end of a line',
      ({ diagnostics }) => ({ diagnostics: diagnostics.map(one => ({ ...one, endColumn: 99 })) }),
    ],
    [
      'points to a missing line',
      ({ diagnostics }) => ({ diagnostics: diagnostics.map(one => ({ ...one, line: 9 })) }),
    ],
    ['returns a name twice', ({ profiles }) => ({ profiles: [...profiles, ...profiles] })],
    [
      'returns an object with another prototype',
      ({ profiles }) => ({ profiles: profiles.map(profile => Object.create(profile)) }),
    ],
    [
      'accepts a script as an image',
      ({ profiles }) => ({ profiles: profiles.map(profile => ({ ...profile, image: 'javascript:1' })) }),
    ],
  ])('that %s is detected', (_, change) => {
    expect(parser(change)).toThrow('This should be true, but isn’t')
  })

  it('that changes a prototype is detected', () => {
    try {
      expect(() =>
        checkInput('', { mark: () => Object.assign(Object.prototype, { marked: true }) }),
      ).toThrow()
    } finally {
      Reflect.deleteProperty(Object.prototype, 'marked')
    }
    expect(() => checkInput('')).not.toThrow()
  })

  it('that runs away is detected', () => {
    const backtracks = /^(?:a+)+$/
    expect(() => checkInput(`${'a'.repeat(23)}!`, { regex: text => backtracks.test(text) })).toThrow(/took/)
  })
})
