import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../manifest.json' with { type: 'json' }
import { readMessages } from './message-values'

const english = readFileSync('store/en.md', 'utf8')
const languages = ['en', 'ja'] as const

/** Returns a section of the English texts, which has the answers for the stores’ forms. */
function section(heading: string): string {
  const [, text = ''] = english.split(`## ${heading}\n`)
  return text.split(/^## /m)[0] ?? ''
}

describe('the answers for the stores’ forms', () => {
  const rows = [...section('Permissions').matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)]
    .map(([, name = '', text = '']) => [name, text] as const)
    .filter(([name]) => !/^(?:permission|-+)$/.test(name))

  it('justify each permission of the manifest, and no other', () => {
    const wanted = [
      ...manifest.permissions.map(name => `\`${name}\``),
      ...manifest.optional_permissions.map(name => `Optional \`${name}\``),
      'Optional hosts',
    ]
    expect(rows.map(([name]) => name).sort()).toEqual(wanted.sort())
    for (const [, text] of rows) expect(text).toMatch(/\.$/)
  })

  it('fit into Chrome’s fields of 1,000 characters', () => {
    for (const [, text] of rows) expect(text.length).toBeLessThanOrEqual(1000)
    expect(section('Single purpose').trim().length).toBeLessThanOrEqual(1000)
  })

  it('name each optional host', () => {
    for (const host of manifest.optional_host_permissions)
      expect(section('Permissions')).toContain(`\`${host}\``)
  })

  it('say what the manifest says about hosts and code', () => {
    expect(section('Permissions')).toContain(
      'asks for no host permission at install, and uses no remote code',
    )
    expect(manifest).not.toHaveProperty('host_permissions')
    expect(manifest).not.toHaveProperty('content_scripts')
    expect(manifest.content_security_policy.extension_pages).toContain("script-src 'self'")
  })

  it('have every question: purpose, permissions, data, privacy policy and notes', () => {
    for (const heading of ['Single purpose', 'Permissions', 'Data use', 'Notes for reviewers']) {
      expect(section(heading).trim()).not.toBe('')
    }
    expect(section('Data use')).toContain('`docs/privacy.md`')
    expect(section('Data use')).toContain('`data_collection_permissions`')
  })
})

describe.each(languages)('the listing in %s', language => {
  const text = readFileSync(`store/${language}.md`, 'utf8')
  const messages = readMessages(language)

  it('has the short description of the package, within the stores’ limits', () => {
    const [short = '', summary = ''] = [...text.matchAll(/^> (.*)$/gm)].map(([, line = '']) => line)
    expect(short).toBe(messages.extension_description?.message)
    expect(short.length).toBeLessThanOrEqual(132)
    expect(summary.length).toBeGreaterThan(0)
    expect(summary.length).toBeLessThanOrEqual(250)
  })

  it('has pictures of the required sizes', () => {
    const names = readdirSync('store/pictures').filter(name => name.startsWith(`${language}-`))
    expect(names).toHaveLength(5)
    for (const name of names) {
      const expected = name.endsWith('tile.png') ? [440, 280] : [1280, 800]
      expect(sizeOf(readFileSync(`store/pictures/${name}`)), name).toEqual(expected)
    }
  })
})

/** Returns the width and height of a PNG. Source: PNG specification, “IHDR”. */
function sizeOf(png: Buffer): readonly [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
