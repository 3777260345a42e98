import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licensesOf } from './licenses'

const root = join(import.meta.dirname, '..')
const module = (path: string) => join(root, 'node_modules', path)

describe('the licenses of the libraries in a build', () => {
  const text = licensesOf([
    module('preact/dist/preact.mjs'),
    module('preact/hooks/dist/hooks.mjs'),
    `\0${module('ini/lib/ini.js')}?commonjs`,
    module('@codemirror/view/dist/index.js'),
    module('@codemirror/state/dist/index.js'),
    join(root, 'popup/main.tsx'),
    'vite/preload-helper.js',
  ])

  it('have name, version and text, each library once', () => {
    expect(text.match(/^preact \d+\.\d+\.\d+ \(MIT\)$/gm)).toHaveLength(1)
    expect(text.match(/^ini \d+\.\d+\.\d+ \(ISC\)$/gm)).toHaveLength(1)
    expect(text).toContain('Copyright (c) 2015-present Jason Miller')
    expect(text).not.toContain(root)
  })

  it('are written once if libraries share one', () => {
    expect(text).toMatch(/^@codemirror\/state .*\n@codemirror\/view /m)
    expect(text.match(/Marijn Haverbeke/g)).toHaveLength(1)
  })

  it('must exist', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'rolecall-licenses-')), 'node_modules/unlicensed')
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'package.json'),
      '{ "name": "unlicensed", "version": "1.0.0", "license": "MIT" }',
    )
    expect(() => licensesOf([join(folder, 'index.js')])).toThrow('unlicensed 1.0.0')
  })
})
