import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'

const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

describe('bytes', () => {
  it.each([
    '[a]\r\nb = c\r',
    '\uFEFF[本番]\n',
    '; comment',
    '\t\v\f[a]',
    '["a b"]\nc = d',
    '[a]\nimage = <svg>',
    'hello',
  ])('of %j are a text, with every character', text => {
    expect(decodeText(utf8(text))).toEqual({ text })
  })

  it.each([
    ['<!doctype html><title>Sign in</title>', 'html'],
    ['\uFEFF\n  <?xml version="1.0"?><Error/>', 'html'],
    ['{"message": "Not found"}', 'json'],
    [' {', 'json'],
    ['["a", "b"]\n', 'json'],
    ['\uFEFF[{"Id": "111122223333"}]', 'json'],
    ['', 'empty'],
    ['\uFEFF', 'empty'],
    [' \r\n\t', 'empty'],
    ['[a]\0', 'binary'],
    ['\x1b[31mred', 'binary'],
  ])('of %j are rejected: %s', (text, kind) => {
    expect(decodeText(utf8(text))).toEqual({ kind })
  })

  it.each([
    ['Latin-1', Buffer.from('[a]\ngroup = caf\xe9', 'latin1')],
    ['Shift_JIS', Buffer.from([0x5b, 0x96, 0x7b, 0x94, 0xd4, 0x5d])],
    ['UTF-16 after a byte order mark', utf16('\uFEFF[a]')],
    ['UTF-16 of the other order', Buffer.from(utf16('\uFEFF[本番]')).swap16()],
    ['UTF-16 without a mark', utf16('[a]')],
    ['UTF-16 of the other order without a mark', Buffer.from(utf16('[a]')).swap16()],
    ['half a character', utf8('[本').slice(0, -1)],
  ])('of %s aren’t UTF-8', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual({ kind: 'encoding' })
  })

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['gzip', [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3]],
    ['ZIP', [0x50, 0x4b, 0x03, 0x04, 0x14, 0]],
  ])('of %s aren’t text', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual({ kind: 'binary' })
  })
})
