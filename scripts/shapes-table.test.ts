import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { portalShapes } from '../testing/demo-console/portal-shapes'
import { shapes } from '../testing/demo-console/shapes'
import { withShapes } from './shapes-table'

it.each(['docs/console.md', 'docs/portal.md'] as const)(
  '%s has the current tables of shapes: npx tsx scripts/shapes-table.ts writes them',
  path => {
    const text = readFileSync(path, 'utf8')
    expect(text).toBe(withShapes(path, text))
  },
)

it.each<readonly [string, Readonly<Record<string, readonly { readonly name: string }[]>>]>([
  ['consoles', shapes],
  ['portals', portalShapes],
])('no two shapes of %s have the same name', (_, table) => {
  const names = Object.values(table)
    .flat()
    .map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
