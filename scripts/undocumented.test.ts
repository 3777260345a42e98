import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFolder } from './read-folder'
import { undocumented } from './undocumented'

describe('every exported function has a docstring', () => {
  it.each(['src', 'popup', 'options', 'marks'])('in %s/', folder => {
    const modules = [...readFolder(folder)].filter(
      ([path]) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path),
    )
    expect(modules).not.toEqual([])
    const missing = modules.flatMap(([name, bytes]) => {
      const path = join(folder, name)
      return undocumented(path, Buffer.from(bytes).toString()).map(one => `${path}: ${one}`)
    })
    expect(missing).toEqual([])
  })
})

describe('a function without a docstring is found', () => {
  it.each([
    ['a declaration', 'export function f() {}'],
    ['one that waits', 'export async function f() {}'],
    ['an arrow', 'export const f = () => 1'],
    ['a component', 'export const f = ({ text }) => <b>{text}</b>'],
    ['one with several signatures', 'export function f(a: string): void\nexport function f(a: unknown) {}'],
    ['one under a comment that is none', '// Why.\nexport function f() {}'],
    ['one under the docstring of another', '/** “g”. */\nfunction g() {}\nexport function f() {}'],
  ])('%s', (_, source) => expect(undocumented('f.tsx', source)).toEqual(['f']))

  it('a default one', () => {
    expect(undocumented('f.ts', 'export default () => 1')).toEqual(['default'])
  })
})

it('passes what has one, what is not exported and what is no function', () => {
  const source = `
    /** “Twice” as much. */
    export const twice = (n: number) => 2 * n
    /** As text, or as a number. */
    export function read(a: string): string
    export function read(a: number): number
    export function read(a: unknown) { return a }
    function own() {}
    export const two = twice(1)
    export class Box {}
  `
  expect(undocumented('some.ts', source)).toEqual([])
})
