import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { completionsAt } from '../assist/completions'
import { addProfile, editProfile } from '../edit/edit-profile'
import { emptyForm, fieldKeys, formOf } from '../edit/role-form'
import { parseConfig } from '../resolve/parse-config'
import { parseTogether } from '../resolve/parse-together'
import { targetRoles } from '../resolve/target-roles'
import { keyRows } from './key-rows'
import { meantLine } from './meant'

// A key that consists only of its row.
vi.mock('./key-rows', async importOriginal => {
  const real = await importOriginal<typeof import('./key-rows')>()
  const mood = {
    field: 'mood',
    read: (value: string, { profile }: { profile: object }) => void Object.assign(profile, { mood: value }),
    holds: 'strict',
    isText: true,
    inherits: true,
    needsAccount: true,
    onRole: true,
    form: { order: 99 },
    names: 'group',
  }
  return { ...real, keyRows: { ...real.keyRows, mood } }
})

const role = 'aws_account_id = 111122223333\nrole_name = Reader\n'
const known = { profiles: [], groups: ['calm'], roleNames: [] }
const above = { keys: new Set<string>(), isSettings: false }

/** Returns the kinds and values of a text's diagnostics. */
function found(text: string): readonly string[] {
  return parseConfig(text).diagnostics.map(({ kind, values }) => [kind, ...values].join(' '))
}

describe('a key that is added as a row', () => {
  it('is read, suggested and completed', () => {
    const { profiles, diagnostics } = parseConfig(`[a]\n${role}MOOD = "calm"\n`)
    expect(diagnostics).toEqual([])
    expect(profiles[0]).toMatchObject({ mood: 'calm' })
    expect(found(`[a]\n${role}moood = calm\n`)).toEqual(['misspelledKey moood mood'])
    expect(found(`[a]\n${role}mood = calm #1\n`)).toEqual(['cutOff #1 mood'])
    expect(completionsAt('mo', 2, above, known)?.texts).toContain('mood')
    expect(completionsAt('mood = ', 7, above, known)?.texts).toEqual(['calm'])
  })

  it('is read without invisible characters that its value can’t contain', () => {
    expect(meantLine('mood = ca\u200blm')?.text).toBe('mood = calm')
  })

  it('is inherited, needs an account, and is reported if two sections differ in it', () => {
    const { profiles } = parseConfig(`[a]\n${role}include_profile = b\n[b]\nmood = calm\n`)
    expect(profiles.map(profile => Reflect.get(profile, 'mood'))).toEqual(['calm', 'calm'])
    expect(found('[a]\nmood = calm\n')).toEqual(['missingAccount a'])
    expect(found(`[a]\n${role}mood = calm\n[a]\nmood = wild\n`)).toEqual(['sameName a mood 5'])
  })

  it('is read from a team list', () => {
    const { profiles } = parseTogether('[a]\nregion = eu-west-1\n', [`[a]\n${role}mood = calm\n`])
    expect(profiles[0]).toMatchObject({ mood: 'calm', region: 'eu-west-1' })
  })

  it('is on the role', () => {
    const { roles } = targetRoles(parseConfig(`[a]\n${role}mood = calm\n`).profiles)
    expect(roles[0]).toMatchObject({ mood: 'calm' })
  })

  it('is in the form, and is written from it', () => {
    expect(emptyForm).toMatchObject({ mood: '' })
    expect(fieldKeys.at(-1)).toEqual(['mood', 'mood'])
    const [profile] = parseConfig(`[a]\n${role}mood = calm\n`).profiles
    const form = profile && formOf(profile)
    expect(form).toMatchObject({ mood: 'calm' })
    if (!form) return
    expect(addProfile('', form).text).toContain('mood = calm')
    const wild = { ...form, mood: 'wild' }
    expect(editProfile(`[a]\n${role}mood = calm\n`, form, wild)?.text).toBe(`[a]\n${role}mood = wild\n`)
  })
})

describe('docs/configuration.md', () => {
  const document = readFileSync(join(import.meta.dirname, '../../../docs/configuration.md'), 'utf8')
  const [, table = ''] = /\n\| key[^\n]*\n((?:\|[^\n]*\n)+)/.exec(document) ?? []
  const listed = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name)
  const names = Object.keys(keyRows).filter(name => name !== 'mood')

  it('lists existing keys, and each one that a role has', () => {
    const onRoles = Object.entries(keyRows).filter(([name, row]) => name !== 'mood' && 'onRole' in row)
    for (const name of listed) expect(names).toContain(name)
    for (const [name] of onRoles) expect(listed).toContain(name)
  })

  it('names every key', () => {
    expect(names.filter(name => !document.includes(name))).toEqual([])
  })
})
