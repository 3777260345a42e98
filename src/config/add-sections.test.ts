import { expect, it } from 'vitest'
import { addSections } from './add-sections'

it.each([
  ['', '[a]\nb = c', '[a]\nb = c\n'],
  ['[a]\nb = c', '[a]\nb = d\n\n# New\n[b]\nb = d', '[a]\nb = c\n\n# New\n[b]\nb = d\n'],
  ['[a]\r\n\r\n\r\n', '\uFEFF[profile b]\nc = d\n', '[a]\r\n\r\n[profile b]\r\nc = d\r\n'],
  ['\uFEFF[a]\n', '# Of all\n\n[a]\n[b]', '\uFEFF[a]\n\n[b]\n'],
  ['[a]\n\n', '[profile a]\nb = c', '[a]\n\n'],
])('%j with the new sections of %j is %j', (text, other, result) => {
  expect(addSections(text, other)).toBe(result)
})
