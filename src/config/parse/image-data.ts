/** The maximum size of an embedded image in bytes. It is shown in a square of about 20 pixels. */
export const maxImageBytes = 65_536
/** The maximum height and width in pixels. An image takes four bytes of memory per pixel, whatever its file size. */
export const maxImageSide = 1_024
/** No image has fewer bytes: nothing is drawn, and the role shows its color. */
const minImageBytes = 12
/** The maximum number of scans in a JPEG. Each goes over the whole image, and takes only a few bytes. */
const maxJpegScans = 64

/** What is wrong with an embedded image. */
export type ImageFailure =
  /** Not one of the four types. An SVG can keep a browser busy forever. */
  | { readonly kind: 'imageType'; readonly type: string }
  | { readonly kind: 'imageDamaged' }
  | { readonly kind: 'imageTooLarge'; readonly bytes: number }
  | { readonly kind: 'imageTooWide'; readonly width: number; readonly height: number }

interface Size {
  readonly width: number
  readonly height: number
}

const dataUrl = /^data:([^;,]*)(?:;([^,]*))?,/i
// `image/jpg` isn't registered, but common; browsers go by the bytes.
const types = ['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/webp']

/**
 * Returns what is wrong with the image in a `data:` URL; undefined if nothing is. It must be a PNG, JPEG, GIF or WebP in
 * base64, by its type and by its bytes, of bounded size, counting every frame. Reads only the headers and decompresses
 * nothing.
 */
export function imageFailure(url: string): ImageFailure | undefined {
  const [start, type = '', encoding = ''] = dataUrl.exec(url.slice(0, 200)) ?? []
  if (start === undefined || !types.includes(type.toLowerCase())) return { kind: 'imageType', type }
  const data = url.slice(start.length)
  if (encoding.toLowerCase() !== 'base64') return { kind: 'imageDamaged' }
  const bytes = Math.floor((data.replace(/=+$/, '').length * 3) / 4)
  if (bytes < minImageBytes) return undefined
  if (bytes > maxImageBytes) return { kind: 'imageTooLarge', bytes }
  const decoded = decodeBase64(data)
  const sizes = decoded && sizesIn(decoded)
  if (!sizes || sizes.some(({ width, height }) => width === 0 || height === 0))
    return { kind: 'imageDamaged' }
  const width = Math.max(...sizes.map(size => size.width))
  const height = Math.max(...sizes.map(size => size.height))
  return Math.max(width, height) > maxImageSide ? { kind: 'imageTooWide', width, height } : undefined
}

/** Returns the sizes of the image and its frames; undefined if the bytes aren't an image of the four types. */
function sizesIn(bytes: Uint8Array): readonly Size[] | undefined {
  const view = new DataView(bytes.buffer)
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
  try {
    let sizes: readonly Size[] | undefined
    if (text(0, 8) === '\x89PNG\r\n\x1a\n') sizes = png(view, text)
    else if (text(0, 3) === '\xff\xd8\xff') sizes = jpeg(view, bytes)
    else if (/^GIF8[79]a$/.test(text(0, 6))) sizes = gif(view)
    else if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') sizes = webp(view, text)
    return sizes && sizes.length > 0 ? sizes : undefined
  } catch (error) {
    // Past the end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Source: PNG specification, third edition, 5.2 and 11.2.1. Frames are never larger than the image. */
function png(view: DataView, text: (at: number, length: number) => string): readonly Size[] | undefined {
  if (view.getUint32(8) !== 13 || text(12, 4) !== 'IHDR') return undefined
  return [{ width: view.getUint32(16), height: view.getUint32(20) }]
}

/** Source: ITU-T T.81, B.1.1.3 and B.2.2. */
function jpeg(view: DataView, bytes: Uint8Array): readonly Size[] | undefined {
  let scans = 0
  for (let index = 0; index + 1 < bytes.length; index++) {
    if (bytes[index] === 0xff && bytes[index + 1] === 0xda && ++scans > maxJpegScans) return undefined
  }
  const sizes: Size[] = []
  for (let at = 2; at < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return sizes
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at++
    else if (marker === 0xda || marker === 0xd9) return sizes
    else {
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
      if (isFrame) sizes.push({ height: view.getUint16(at + 5), width: view.getUint16(at + 7) })
      at += 2 + Math.max(2, view.getUint16(at + 2))
    }
  }
  return sizes
}

/** Source: GIF89a specification, 18 to 23. Browsers enlarge the screen to fit a larger frame. */
function gif(view: DataView): readonly Size[] | undefined {
  const colors = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  const frames: Size[] = []
  let at = 13 + colors(view.getUint8(10))
  while (at < view.byteLength) {
    const block = view.getUint8(at)
    if (block === 0x2c) {
      const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)]
      frames.push({
        width: left + view.getUint16(at + 5, true),
        height: top + view.getUint16(at + 7, true),
      })
      at = skipBlocks(view, at + 11 + colors(view.getUint8(at + 9)))
    } else if (block === 0x21) at = skipBlocks(view, at + 2)
    else break
  }
  return frames.length === 0 ? undefined : [screen, ...frames]
}

function skipBlocks(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength) {
    const length = view.getUint8(at)
    at += length + 1
    if (length === 0) break
  }
  return at
}

/** Source: RFC 9649, 2.4 to 2.7; RFC 6386, 9.1. */
function webp(view: DataView, text: (at: number, length: number) => string): readonly Size[] {
  const sizes: Size[] = []
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  const read = (from: number, to: number) => {
    for (let at = from; at + 8 <= to; ) {
      const [chunk, length] = [text(at, 4), view.getUint32(at + 4, true)]
      const data = at + 8
      if (chunk === 'VP8X') sizes.push({ width: three(data + 4) + 1, height: three(data + 7) + 1 })
      if (chunk === 'VP8 ') {
        sizes.push({
          width: view.getUint16(data + 6, true) & 0x3fff,
          height: view.getUint16(data + 8, true) & 0x3fff,
        })
      }
      if (chunk === 'VP8L') {
        const bits = view.getUint32(data + 1, true)
        sizes.push({ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 })
      }
      if (chunk === 'ANMF') {
        sizes.push({ width: three(data + 6) + 1, height: three(data + 9) + 1 })
        read(data + 16, Math.min(to, data + length))
      }
      at = data + length + (length % 2)
    }
  }
  read(12, view.byteLength)
  return sizes
}

/** Undefined unless the text is strict base64: no spaces, and `=` only at the end. */
function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [bits, count, at] = [0, 0, 0]
  for (let index = 0; index < digits.length; index++) {
    bits = ((bits << 6) | valueOf64(digits.charCodeAt(index))) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 255
  }
  return bytes
}

/** Source: RFC 4648, table 1. */
function valueOf64(code: number): number {
  if (code >= 97) return code - 71
  if (code >= 65) return code - 65
  if (code >= 48) return code + 4
  return code === 43 ? 62 : 63
}
