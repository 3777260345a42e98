import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../.github/workflows')
const workflows = readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')] as const)

/** Returns all values of a key, anywhere in a workflow. */
function valuesOf(key: string, workflow: string): readonly string[] {
  return [...workflow.matchAll(new RegExp(`^[ -]*${key}: *(\\S.*)$`, 'gm'))].map(([, value = '']) => value)
}

describe.each(workflows)('%s', (_, workflow) => {
  it('names actions by their full commit, with the version next to it', () => {
    const actions = valuesOf('uses', workflow).filter(action => !action.startsWith('./'))
    for (const action of actions) expect(action).toMatch(/^[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('names images by digest', () => {
    const images = valuesOf('(?:image|container)', workflow).filter(image => !image.startsWith('${{'))
    for (const image of images) expect(image).toMatch(/^[\w./-]+:[\w.-]+@sha256:[\da-f]{64}$/)
  })

  it('gives each job only the named permissions, and keeps no token in the clone', () => {
    expect(workflow).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)$/m)
    const checkouts = workflow.split('actions/checkout@').length - 1
    expect(workflow.split('persist-credentials: false').length - 1).toBe(checkouts)
  })
})

it('the workflows have actions and images to check', () => {
  const all = workflows.map(([, workflow]) => workflow).join('\n')
  expect(valuesOf('uses', all).length).toBeGreaterThan(8)
  expect(valuesOf('image', all).length).toBeGreaterThan(2)
})
