import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
// The miniature of a console page has the sizes of a picture, and the help is a document of its own.
const files = ['popup', 'options', 'styles']
  .flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  )
  .filter(path => path.endsWith('.css') && !path.endsWith('marks-picture.css') && !path.endsWith('help.css'))

const allowed: Readonly<Record<string, RegExp>> = {
  'font-size': /^(var\(--text-(small|body|large|title)\)|inherit|0)$/,
  'font-weight': /^(400|600|inherit)$/,
  'border-radius': /^(inherit|(var\(--radius(-small|-large|-full)?\)|0) ?)+$/,
}

/** The letters in the square of a role without a color, which doesn't grow with the text. */
const pictures = /\.swatch(\.plain)? \{/

it('finds the style sheets', () => {
  expect(files.length).toBeGreaterThan(5)
})

it.each(files)('%s has the sizes, weights and radii of the tokens only', path => {
  const rules = readFileSync(join(root, path), 'utf8').split('}')
  const others = rules
    .filter(rule => !pictures.test(rule))
    .flatMap(rule => [...rule.matchAll(/^\s*(font-size|font-weight|border-radius): ([^;]+);/gm)])
    .filter(([, property = '', value = '']) => !allowed[property]?.test(value))
    .map(([declaration]) => declaration.trim())
  expect(others).toEqual([])
})
