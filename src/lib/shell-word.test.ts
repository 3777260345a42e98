import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileText } from '../config/fixtures/hostile-text'
import { roleCopies } from '../switching/role-copies'
import { isBreaking } from './one-line'
import type { Shell } from './shell'
import { argument, assignment, shellOf, shellWord } from './shell-word'

const all: readonly Shell[] = ['posix', 'powershell', 'cmd']

/** Undefined: not offered. */
const words: readonly (readonly [
  name: string,
  posix: string | undefined,
  powershell: string | undefined,
  cmd: string | undefined,
])[] = [
  ['shop', 'shop', 'shop', 'shop'],
  ['shop-1', 'shop-1', 'shop-1', 'shop-1'],
  ['a b', "'a b'", "'a b'", '"a b"'],
  ['prod & calc', "'prod & calc'", "'prod & calc'", '"prod & calc"'],
  ["it's", "'it'\\''s'", "'it''s'", '"it\'s"'],
  ['it’s', "'it’s'", "'it’’s'", '"it’s"'],
  ["a'; calc; '", "'a'\\''; calc; '\\'''", "'a''; calc; '''", '"a\'; calc; \'"'],
  ['‘; calc; ‛', "'‘; calc; ‛'", "'‘‘; calc; ‛‛'", '"‘; calc; ‛"'],
  ['say "hi"', `'say "hi"'`, undefined, undefined],
  ['50%', '50%', "'50%'", undefined],
  ['%PATH%', '%PATH%', "'%PATH%'", undefined],
  ['!x!', "'!x!'", "'!x!'", undefined],
  ['a^b', "'a^b'", "'a^b'", undefined],
  ['a\\', "'a\\'", undefined, undefined],
  ['$(id)', "'$(id)'", "'$(id)'", '"$(id)"'],
  ['`id`', "'`id`'", "'`id`'", '"`id`"'],
  ['=ls', "'=ls'", "'=ls'", '"=ls"'],
  ['~', "'~'", "'~'", '"~"'],
  ['@x', '@x', "'@x'", '"@x"'],
  ['a,b', 'a,b', "'a,b'", '"a,b"'],
  ['1kb', '1kb', "'1kb'", '1kb'],
  ['本番', "'本番'", "'本番'", '"本番"'],
  ['--debug', undefined, undefined, undefined],
  ['', undefined, undefined, undefined],
  ['a\nb', undefined, undefined, undefined],
  ['a\rb', undefined, undefined, undefined],
  ['a\u0085b', undefined, undefined, undefined],
  ['a\u2028b', undefined, undefined, undefined],
  ['\u001b[31mred', undefined, undefined, undefined],
  ['a\0b', undefined, undefined, undefined],
  ['\ud83d', undefined, undefined, undefined],
  ['pro\u202eduction', undefined, undefined, undefined],
]

describe('a name in a command', () => {
  it.each(words)('%j is %j, in PowerShell %j, in cmd.exe %j', (name, posix, powershell, cmd) => {
    expect(all.map(shell => argument(name, shell))).toEqual([posix, powershell, cmd])
  })

  it('is set for later commands in each shell’s own syntax', () => {
    expect(all.map(shell => assignment('AWS_PROFILE', 'shop', shell))).toEqual([
      'export AWS_PROFILE=shop',
      "$env:AWS_PROFILE = 'shop'",
      'set "AWS_PROFILE=shop"',
    ])
    expect(all.map(shell => assignment('AWS_PROFILE', 'a & "b"', shell))).toEqual([
      `export AWS_PROFILE='a & "b"'`,
      `$env:AWS_PROFILE = 'a & "b"'`,
      undefined,
    ])
  })

  it('is quoted for the platform’s shell, unless another is chosen', () => {
    expect(['Win32', 'MacIntel', 'Linux x86_64', ''].map(platform => shellOf('platform', platform))).toEqual([
      'powershell',
      'posix',
      'posix',
      'posix',
    ])
    expect(shellOf('cmd', 'Linux x86_64')).toBe('cmd')
  })
})

it('every command is one line without control characters, in every shell', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(...all), (name, shell) => {
      const role = { name, account: '111122223333', roleName: 'R' }
      for (const { text } of roleCopies(role, 'aws', undefined, shell)) {
        expect(isBreaking(text)).toBe(false)
      }
    }),
    { numRuns: 5000 },
  )
})

// The other shells' rules are those of the tables above, because not every developer's machine has these shells.
describe.each(['sh', 'bash', 'zsh'].filter(shell => spawnSync(shell, ['-c', 'true']).status === 0))(
  '%s',
  shell => {
    const run = (commands: readonly string[]) =>
      spawnSync(shell, ['-c', commands.join('\n')], { encoding: 'utf8' })

    it('passes every available name on unchanged', () => {
      fc.assert(
        fc.property(fc.array(hostileText, { minLength: 1, maxLength: 60 }), names => {
          const offered = names.filter(name => shellWord(name) !== undefined && name !== '')
          const { stdout } = run(offered.map(name => `printf '%s\\0' ${shellWord(name)}`))
          expect(stdout).toBe(offered.map(name => `${name}\0`).join(''))
        }),
        { numRuns: 25 },
      )
    })

    it('runs a copied command with only the name, and sets it', () => {
      fc.assert(
        fc.property(fc.array(hostileText, { minLength: 1, maxLength: 20 }), names => {
          const given = names.map(name => ({
            name,
            copies: roleCopies({ name, account: '111122223333', roleName: 'R' }, 'aws'),
          }))
          const commands = given.flatMap(({ copies }) =>
            copies.flatMap(({ kind, text }) => {
              if (kind === 'aws') return [text]
              return kind === 'export' ? [text, `printf '%s\\0' "$AWS_PROFILE"`] : []
            }),
          )
          const expected = given.flatMap(({ name, copies }) =>
            copies.flatMap(({ kind }) => {
              if (kind === 'aws') return ['2', '--profile', name]
              return kind === 'export' ? [name] : []
            }),
          )
          const { stdout, stderr } = run([`aws() { printf '%s\\0' "$#" "$@"; }`, ...commands])
          expect(stderr).toBe('')
          expect(stdout).toBe(expected.map(text => `${text}\0`).join(''))
        }),
        { numRuns: 25 },
      )
    })
  },
)
