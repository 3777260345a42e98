import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '../../../bench/is-linear'
import { parseConfig } from '../resolve/parse-config'
import { imageFailure, maxImageBytes } from './image-data'

const u16 = (value: number) => [value & 255, (value >> 8) & 255]
const u24 = (value: number) => [...u16(value), (value >> 16) & 255]
const u32 = (value: number) => [...u24(value), value >>> 24]
const big = (bytes: readonly number[]) => bytes.toReversed()
const ascii = (text: string) => Array.from(text, character => character.charCodeAt(0))

const png = (width: number, height: number) => [
  ...ascii('\x89PNG\r\n\x1a\n'),
  ...big(u32(13)),
  ...ascii('IHDR'),
  ...big(u32(width)),
  ...big(u32(height)),
  ...[8, 6, 0, 0, 0],
]
const jpeg = (width: number, height: number, marker = 0xc0, before: readonly number[] = []) => [
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
  ...before,
  ...[0xff, marker, 0, 11, 8],
  ...big(u16(height)),
  ...big(u16(width)),
  ...[1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9],
]
const frame = (width: number, height: number, left = 0) => [
  ...[0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c],
  ...[...u16(left), ...u16(0), ...u16(width), ...u16(height)],
  ...[0x80, 0, 0, 0, 255, 255, 255, 2, 2, 0x44, 1, 0],
]
const gif = (width: number, height: number, frames: readonly number[]) => [
  ...[...ascii('GIF89a'), ...u16(width), ...u16(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
  ...[...frames, 0x3b],
]
const chunk = (name: string, data: readonly number[]) => [
  ...[...ascii(name), ...u32(data.length), ...data, ...(data.length % 2 === 0 ? [] : [0])],
]
const webp = (...chunks: readonly (readonly number[])[]) => [
  ...[...ascii('RIFF'), ...u32(4 + chunks.flat().length), ...ascii('WEBP'), ...chunks.flat()],
]
const vp8 = (width: number, height: number) =>
  chunk('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...u16(width), ...u16(height)])
const vp8l = (width: number, height: number) =>
  chunk('VP8L', [0x2f, ...u32((width - 1) | ((height - 1) << 14))])
const vp8x = (width: number, height: number) =>
  chunk('VP8X', [2, 0, 0, 0, ...u24(width - 1), ...u24(height - 1)])
const anmf = (width: number, height: number, inner: readonly number[]) =>
  chunk('ANMF', [...u24(0), ...u24(0), ...u24(width - 1), ...u24(height - 1), ...u24(100), 0, ...inner])

const url = (type: string, bytes: readonly number[]) =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

const exif = [0xff, 0xe1, 0, 20, ...ascii('Exif'), ...new Array(14).fill(0xff)]

describe('an embedded image', () => {
  it.each<readonly [what: string, type: string, bytes: readonly number[]]>([
    ['a PNG', 'image/png', png(16, 16)],
    ['a PNG by another type', 'image/jpeg', png(16, 16)],
    ['a type in capitals', 'IMAGE/PNG', png(1024, 1024)],
    ['a JPEG', 'image/jpeg', jpeg(16, 16)],
    ['a JPEG of a camera', 'image/jpg', jpeg(1024, 1, 0xc2, exif)],
    ['a GIF', 'image/gif', gif(1, 1, frame(1, 1))],
    ['a GIF that moves', 'image/gif', gif(16, 16, [...frame(16, 16), ...frame(8, 8, 8)])],
    ['a WebP', 'image/webp', webp(vp8(16, 16))],
    ['a WebP without loss', 'image/webp', webp(vp8l(1024, 1024))],
    ['a WebP that moves', 'image/webp', webp(vp8x(16, 16), anmf(16, 16, vp8(16, 16)))],
  ])('is accepted if it is %s', (_, type, bytes) => {
    expect(imageFailure(url(type, bytes))).toBeUndefined()
  })

  it.each<readonly [what: string, url: string, kind: string]>([
    ['an SVG', url('image/svg+xml', ascii('<svg/>')), 'imageType'],
    ['an SVG in capitals', url('IMAGE/SVG+XML', ascii('<svg/>')), 'imageType'],
    ['an SVG in plain', 'data:image/svg+xml,%3Csvg/%3E', 'imageType'],
    ['an SVG with parameters', 'data:image/svg+xml;charset=utf-8;base64,PHN2Zy8+', 'imageType'],
    ['an SVG that calls itself a PNG', url('image/png', ascii('<svg xmlns="x"/>')), 'imageDamaged'],
    ['a PNG that calls itself an SVG', url('image/svg+xml', png(16, 16)), 'imageType'],
    ['an SVG that begins like a type', 'data:image/png,image/svg+xml;base64,PHN2Zy8+', 'imageDamaged'],
    ['two types', 'data:image/png;image/svg+xml;base64,PHN2Zy8+', 'imageDamaged'],
    ['XML', url('text/xml', ascii('<svg/>')), 'imageType'],
    ['no type', url('', png(16, 16)), 'imageType'],
    ['a BMP', url('image/bmp', ascii('BM')), 'imageType'],
    ['an icon', url('image/x-icon', [0, 0, 1, 0]), 'imageType'],
    ['an AVIF', url('image/avif', ascii('\0\0\0\x1cftypavif')), 'imageType'],
    ['a space in the type', url('image/svg+xml ', ascii('<svg/>')), 'imageType'],
    ['no comma', 'data:image/png;base64', 'imageType'],
    ['spaces between the bytes', `${url('image/png', png(16, 16))} A`, 'imageDamaged'],
    ['percent signs', `${url('image/png', png(16, 16))}%3D`, 'imageDamaged'],
    [
      'too many bytes',
      url('image/png', [...png(16, 16), ...new Array(maxImageBytes).fill(0)]),
      'imageTooLarge',
    ],
    ['a PNG too wide', url('image/png', png(1025, 1)), 'imageTooWide'],
    ['a PNG too high', url('image/png', png(1, 0x7fffffff)), 'imageTooWide'],
    ['a PNG without pixels', url('image/png', png(0, 1)), 'imageDamaged'],
    ['a cut PNG', url('image/png', png(16, 16).slice(0, 20)), 'imageDamaged'],
    ['a JPEG too wide', url('image/jpeg', jpeg(65_535, 1)), 'imageTooWide'],
    [
      'a JPEG too wide in a later frame',
      url('image/jpeg', jpeg(2000, 1, 0xc2, jpeg(1, 1).slice(8, 21))),
      'imageTooWide',
    ],
    [
      'a JPEG of endless passes',
      url('image/jpeg', [...jpeg(16, 16), ...new Array(65).fill([0xff, 0xda]).flat()]),
      'imageDamaged',
    ],
    [
      'a JPEG without a frame',
      url('image/jpeg', [0xff, 0xd8, 0xff, 0xd9, ...ascii('nothing more')]),
      'imageDamaged',
    ],
    ['a GIF too wide', url('image/gif', gif(65_535, 1, frame(1, 1))), 'imageTooWide'],
    [
      'a GIF with a frame too high',
      url('image/gif', gif(1, 1, [...frame(1, 1), ...frame(1, 5000)])),
      'imageTooWide',
    ],
    ['a GIF with a frame too far off', url('image/gif', gif(1, 1, frame(1, 1, 60_000))), 'imageTooWide'],
    ['a GIF without a frame', url('image/gif', gif(1, 1, [])), 'imageDamaged'],
    ['a WebP too wide', url('image/webp', webp(vp8l(16_384, 1))), 'imageTooWide'],
    ['a WebP too wide as a whole', url('image/webp', webp(vp8x(16_000_000, 1), vp8(1, 1))), 'imageTooWide'],
    [
      'a WebP with a frame too wide',
      url('image/webp', webp(vp8x(16, 16), anmf(5000, 1, vp8(1, 1)))),
      'imageTooWide',
    ],
    [
      'a WebP with an image too wide in a frame',
      url('image/webp', webp(vp8x(16, 16), anmf(16, 16, vp8(5000, 1)))),
      'imageTooWide',
    ],
    ['a WebP without an image', url('image/webp', webp()), 'imageDamaged'],
  ])('is rejected if it is %s', (_, url, kind) => {
    expect(imageFailure(url)?.kind).toBe(kind)
    const role = 'aws_account_id = 111122223333\nrole_name = R\n'
    const { profiles, diagnostics } = parseConfig(`[a]\n${role}image = ${url}`)
    expect(profiles.map(({ image }) => image)).toEqual([undefined])
    expect(diagnostics).toHaveLength(1)
  })

  it('never throws, whatever the bytes', () => {
    const start = fc.constantFrom(png(16, 16), jpeg(16, 16), gif(1, 1, frame(1, 1)), webp(vp8x(16, 16)))
    fc.assert(
      fc.property(start, fc.nat(30), fc.array(fc.nat(255)), fc.string(), (bytes, keep, more, text) => {
        imageFailure(url('image/png', [...bytes.slice(0, keep), ...more]))
        imageFailure(`data:image/png;base64,${text}`)
      }),
      { numRuns: 5000 },
    )
  })

  it.each<readonly [what: string, text: (size: number) => string]>([
    ['blocks of a GIF', n => url('image/gif', gif(1, 1, new Array(n).fill(frame(1, 1)).flat()))],
    [
      'segments of a JPEG',
      n => url('image/jpeg', jpeg(1, 1, 0xc0, new Array(n).fill([0xff, 0xfe, 0, 2]).flat())),
    ],
    ['chunks of a WebP', n => url('image/webp', webp(...new Array(n).fill(chunk('ABCD', []))))],
  ])('takes time in proportion to the %s', (_, text) => {
    expect(isLinear(1_000, text, imageFailure)).toBe(true)
  })
})

describe('an image on the web', () => {
  it.each([
    'https://example.com/a.svg',
    'https://example.com/a.SVG?v=1#x',
    'https://example.com/a.svgz',
    'https://example.com/a.s%76g',
    'https://example.com/a.svg;v=1',
    'https://example.com/a.svg/',
    'https://example.com/a.svg%20',
    'https://example.com/a.svg.',
  ])('is rejected if it is an SVG: %s', url => {
    const role = 'aws_account_id = 111122223333\nrole_name = R\n'
    const { diagnostics } = parseConfig(`[a]\n${role}image = "${url}"`)
    expect(diagnostics.map(({ kind }) => kind)).toEqual(['imageSvg'])
  })

  it.each(['https://example.com/a.png', 'https://example.com/svg', 'https://example.com/svg.png?of=a.svg'])(
    'is otherwise accepted: %s',
    url => {
      const role = 'aws_account_id = 111122223333\nrole_name = R\n'
      expect(parseConfig(`[a]\n${role}image = "${url}"`).profiles[0]?.image).toBe(url)
    },
  )
})
