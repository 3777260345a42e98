import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { phrases } from './phrases'

vi.mock('../../src/browser/i18n', () => ({ message: (key: string) => key }))

/** The packages that the editor is made of. */
const packages = ['autocomplete', 'commands', 'language', 'lint', 'search', 'view']
/** Phrases of the list of diagnostics, which the editor doesn't open: the page has its own. */
const neverShown = ['Diagnostics', 'No diagnostics']

it('includes every phrase that CodeMirror shows', () => {
  const sources = packages.map(name => readFileSync(`node_modules/@codemirror/${name}/dist/index.js`, 'utf8'))
  const found = [...sources.join('').matchAll(/\bphrase\((?:view, )?"([^"]+)"/g)].map(([, words]) => words)
  expect(found).toContain('Control character')
  const known = [...Object.keys(phrases()), ...neverShown]
  expect(found.filter(words => !known.includes(words ?? ''))).toEqual([])
})
