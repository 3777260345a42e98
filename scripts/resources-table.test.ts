import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { resourceRows, sources } from '../src/aws/resources/resource-rows'
import { resourcesPage, withResources } from './resources-table'

it('docs/resources.md has the current rows: npx tsx scripts/resources-table.ts writes them', () => {
  const text = readFileSync(resourcesPage, 'utf8')
  expect(text).toBe(withResources(text))
})

it('each source is one that a row has', () => {
  const named = new Set(resourceRows.flatMap(({ source }) => source.split(', ')))
  expect([...named].sort()).toEqual(Object.keys(sources).sort())
})
