import { describe, expect, it } from 'vitest'
import { importsOf, mutualImports } from './check-imports'

describe('the imports of a file', () => {
  it('are found in every form, including types and dynamic imports', () => {
    const code = `import a from './a'
import type { B } from '../b'
import './c'
export { d } from './d'
export * from './e'
export type { F } from './f'
const g = await import('./g')`
    expect([...importsOf('x.ts', code)].sort()).toEqual(
      ['./a', '../b', './c', './d', './e', './f', './g'].sort(),
    )
  })
})

describe('folders', () => {
  const file = (path: string, ...imports: readonly string[]) => ({ path, imports })

  it('may import in one direction', () => {
    expect(
      mutualImports([
        file('src/roles/a.ts', '../config/b'),
        file('src/roles/c.ts', './a', 'preact'),
        file('src/config/b.ts'),
      ]),
    ).toEqual([])
  })

  it('may not import each other', () => {
    const found = mutualImports([
      file('popup/a.ts', '../src/roles/b'),
      file('src/roles/b.ts', '../../popup/c'),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('popup and src/roles import each other')
  })

  it('may not import each other through a third', () => {
    const found = mutualImports([
      file('src/a/1.ts', '../b/2'),
      file('src/b/2.ts', '../c/3'),
      file('src/c/3.ts', '../a/4'),
    ])
    expect(found.length).toBeGreaterThan(0)
  })

  it('may not import each other through their subfolders', () => {
    const found = mutualImports([
      file('src/config/parse/a.ts', '../../roles/b'),
      file('src/roles/c.ts', '../config/edit/d'),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('src/config and src/roles')
  })

  it('may import their own subfolders, and be imported by them', () => {
    expect(
      mutualImports([
        file('popup/a.ts', './panels/b'),
        file('popup/panels/b.ts', '../c'),
        file('popup/c.ts'),
      ]),
    ).toEqual([])
  })
})
