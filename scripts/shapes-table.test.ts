import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shapes } from '../testing/demo-console/shapes'
import { shapesPage, withShapes } from './shapes-table'

it('the page has the current tables of shapes: npx tsx scripts/shapes-table.ts writes them', () => {
  const page = readFileSync(shapesPage, 'utf8')
  expect(page).toBe(withShapes(page))
})

it('no two shapes have the same name', () => {
  const names = Object.values(shapes)
    .flat()
    .map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
