import { withAccountIds, withoutAccountIds } from './account-ids'
import { compress, decompress } from './lzma.js'
import { fromPrintable, toPrintable } from './printable'

const bytesOfId = 5
/** Two numbers of four bytes: how many bytes follow in all, and how many ids. */
const bytesOfHead = 8
/** In a stream of LZMA, where its length unpacked stands, as eight bytes: https://www.7-zip.org/sdk.html, lzma.txt */
const placeOfLength = 5
/** No text is longer, in bytes. What says it is was made to fill the memory. */
const mostBytes = 20_000_000
/** The level of LZMA that makes role lists the smallest. */
const level = 5

/** A text as printable ASCII characters, eight to eleven for each role. Takes any string, lone surrogates included. */
export function encode(text: string): string {
  const { text: rest, ids } = withoutAccountIds(text)
  const packed = compress(new TextEncoder().encode(rest), level)
  const bytes = new Uint8Array(bytesOfHead + ids.length * bytesOfId + packed.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, bytes.length)
  view.setUint32(4, ids.length)
  for (const [index, id] of ids.entries()) {
    const place = bytesOfHead + index * bytesOfId
    view.setUint8(place, Math.floor(id / 2 ** 32))
    view.setUint32(place + 1, id % 2 ** 32)
  }
  bytes.set(packed, bytesOfHead + ids.length * bytesOfId)
  return toPrintable(bytes)
}

/** The text that `encode` was given. Throws where the data is no such. */
export function decode(data: string): string {
  const bytes = fromPrintable(data)
  const view = new DataView(bytes.buffer)
  const end = view.getUint32(0)
  const count = view.getUint32(4)
  const start = bytesOfHead + count * bytesOfId
  // A byte may be left over from the last two characters.
  if (end > bytes.length || end < bytes.length - 1 || start + placeOfLength + 8 > end) fail()
  const length = view.getBigUint64(start + placeOfLength, true)
  if (length > mostBytes) fail()
  const ids = Array.from({ length: count }, (_, index) => {
    const place = bytesOfHead + index * bytesOfId
    return view.getUint8(place) * 2 ** 32 + view.getUint32(place + 1)
  })
  const unpacked = length === 0n ? new Uint8Array() : decompress(bytes.slice(start, end))
  return withAccountIds({
    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked),
    ids,
  })
}

function fail(): never {
  throw new Error('The data is not a text.')
}
