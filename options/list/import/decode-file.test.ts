import { describe, expect, it } from 'vitest'
import { decodeFile } from './decode-file'

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

describe('decodeFile', () => {
  it.each(['', '[a]\r\nb = c\r', '\uFEFF[本番]\n'])('keeps every character of %j', text => {
    expect(decodeFile(new TextEncoder().encode(text))).toEqual({ text })
  })

  it('reads UTF-16 of either byte order after a byte order mark', () => {
    expect(decodeFile(utf16('\uFEFF[本番]'))).toEqual({ text: '\uFEFF[本番]' })
    expect(decodeFile(new Uint8Array(Buffer.from(utf16('\uFEFFa')).swap16()))).toEqual({ text: '\uFEFFa' })
  })

  it('rejects text that isn’t Unicode', () => {
    expect(decodeFile(new Uint8Array([0x83, 0x65, 0x83, 0x58]))).toEqual({ kind: 'encoding' })
  })

  it('rejects what can’t be a list of roles', () => {
    expect(decodeFile(new Uint8Array(4_000_001))).toEqual({ kind: 'too-large' })
  })
})
