import { expect, it } from 'vitest'
import { isAsWide } from './wider-pattern'

it.each([
  ['https://a.example/*', 'https://a.example/*', true],
  ['https://*/*', 'https://a.example/*', true],
  ['<all_urls>', 'https://*.a.example/*', true],
  ['*://*/*', 'https://a.example/*', true],
  ['https://*.a.example/*', 'https://a.example/*', true],
  ['https://*.a.example/*', 'https://b.a.example/*', true],
  ['https://*.a.example/*', 'https://*.b.a.example/*', true],
  ['https://*.a.example/*', 'https://nota.example/*', false],
  ['https://a.example/*', 'https://*.a.example/*', false],
  ['https://a.example/*', 'https://b.example/*', false],
  ['https://a.example/*', '<all_urls>', false],
])('whether %s matches all hosts of %s is %s', (wide, narrow, is) => {
  expect(isAsWide(wide, narrow)).toBe(is)
})
