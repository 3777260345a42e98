import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headingAnchor } from './heading-anchor'
import { readFolder } from './read-folder'

const folders = ['docs', 'store', '.github']
const pages = [
  'README.md',
  'BUILDING.md',
  'CHANGELOG.md',
  'CODE_OF_CONDUCT.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...folders.flatMap(folder => [...readFolder(folder).keys()].map(name => join(folder, name))),
].filter(path => path.endsWith('.md'))

const texts = new Map(pages.map(path => [path, readFileSync(path, 'utf8')]))

/** Returns a page's links and images, except those on other sites. */
function links(text: string): readonly string[] {
  const found = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)]
  return found.map(([, link = '']) => link).filter(link => !/^[a-z]+:/.test(link))
}

/** Returns the anchors of a page's headings. */
function anchors(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => headingAnchor(heading)))
}

describe('every link in a document has a target', () => {
  it.each([...texts])('in %s', (path, text) => {
    const broken = links(text).filter(link => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : normalize(join(dirname(path), file))
      const page = texts.get(target)
      return !existsSync(target) || (anchor !== undefined && page !== undefined && !anchors(page).has(anchor))
    })
    expect(broken).toEqual([])
  })
})
