import { expect, it } from 'vitest'
import { differences } from './differences'

/** Returns each section as its name and its lines, each with a sign before it. */
function told(before: string, after: string): readonly string[] {
  const signs = { same: ' ', added: '+', removed: '-' }
  return differences(before, after).map(({ name, lines }) =>
    [name ?? 'top', ...lines.map(({ kind, text }) => signs[kind] + text)].join('|'),
  )
}

it.each([
  ['[a]\nb = c\n', '[a]\r\nb = c\r\n\r\n', []],
  ['[a]\nb = c\nd = e', '[a]\nb = x\nd = e', ['a| [a]|-b = c|+b = x| d = e']],
  ['[a]\nb = c', '[a]\nb = c\n[b]', ['b|+[b]']],
  ['[a]\nb = c\n[b]', '[a]\nb = c', ['b|-[b]']],
  ['# x\n\n[a]', '# y\n\n[a]', ['top|-# x|+# y']],
  ['[a]', '# new\n[a]', ['a|+# new| [a]']],
  ['[a]\n[b]', '[b]\n[a]', []],
  ['[a]\nx = 1\n[a]\nx = 2', '[a]\nx = 1\n[a]\nx = 3', ['a| [a]|-x = 2|+x = 3']],
  ['', '[a]', ['a|+[a]']],
])('between %j and %j: %j', (before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})
