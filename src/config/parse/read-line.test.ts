import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { readLine } from './read-line'

/** The line with its parts marked: ‹key›, «value», and ¶ before a comment. */
function marked(text: string): string {
  const line = readLine(text)
  if (line.kind !== 'pair') return line.kind
  const { keyRange, valueRange, comment = text.length } = line
  return [
    text.slice(0, keyRange.from),
    `‹${text.slice(keyRange.from, keyRange.to)}›`,
    text.slice(keyRange.to, valueRange.from),
    `«${text.slice(valueRange.from, valueRange.to)}»`,
    text.slice(valueRange.to, comment),
    ...(line.comment === undefined ? [] : ['¶', text.slice(comment)]),
  ].join('')
}

describe('readLine', () => {
  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    [' # a = b', 'comment'],
    ['; a', 'comment'],
    ['hello', 'other'],
    ['= a', 'other'],
    ['a # b = c', 'other'],
    ['a=b', '‹a›=«b»'],
    ['  A_b  =  c d  ', '  ‹A_b›  =  «c d»  '],
    ['color = #ff8800 ; orange', '‹color› = «#ff8800» ¶; orange'],
    ['group = "a;b" # c', '‹group› = «"a;b"» ¶# c'],
    ['image = data:image/png;base64,AA== # c', '‹image› = «data:image/png;base64,AA==» ¶# c'],
    ['a = b = c', '‹a› = «b = c»'],
    ['color =', '‹color› =«»'],
    ['color = ', '‹color› = «»'],
    ['color = ; none', '‹color› = «»¶; none'],
  ])('reads %j', (line, parts) => {
    expect(marked(line)).toBe(parts)
  })

  it.each([
    ['[a]', { name: 'a', from: 0, to: 3, comment: undefined }],
    [' [profile a] # b', { name: 'a', from: 1, to: 12, comment: 13 }],
    ['[a', { name: 'a', from: 0, to: 2, comment: undefined }],
  ])('reads the header %j', (line, expected) => {
    expect(readLine(line)).toEqual({ kind: 'header', ...expected })
  })

  it('decodes keys and values', () => {
    expect(readLine('"Role_Name" = "a\\"b"')).toMatchObject({ key: 'role_name', value: 'a"b' })
  })

  it('finds the same in the example as the parser', () => {
    const text = readFileSync(new URL('../../../examples/rolecall.ini', import.meta.url), 'utf8')
    const lines = text.split('\n').map(readLine)
    const { profiles } = parseConfig(text)
    expect(lines.flatMap(line => (line.kind === 'header' ? [line.name] : []))).toEqual(
      profiles.map(({ name }) => name),
    )
    const descriptions = lines.flatMap(line =>
      line.kind === 'pair' && line.key === 'description' ? [line.value] : [],
    )
    expect(descriptions).toEqual(profiles.flatMap(({ description }) => description ?? []))
    expect(lines.map(({ kind }) => kind)).not.toContain('other')
  })
})
