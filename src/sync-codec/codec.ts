import { maxListBytes } from '../config/parse/list-size'
import { checksum } from '../lib/checksum'
import { ByteReader, ByteWriter } from './byte-stream'
import { compress, decompress } from './compress'
import { fromDistinctLines, toDistinctLines } from './distinct-lines'
import { putAccountIds, takeAccountIds } from './pack-account-ids'
import { fromPrintable, toPrintable } from './printable'

/** Number of characters in a checksum of 53 bits. */
const checksumLength = 11

/**
 * Returns a text as printable ASCII characters, five to nine for each role. Takes any string, including lone surrogates.
 *
 * Most lines of a list repeat earlier ones: each distinct line is written once, and then is a number. Account ids,
 * which nothing compresses, take five bytes rather than twelve digits. LZMA does the rest.
 */
export function encode(text: string): string {
  return checksumOf(text) + toPrintable(compress(pack(text)))
}

/**
 * Returns the text that `encode` was given.
 * @throws if the data isn't valid.
 */
export function decode(data: string): string {
  const text = unpack(decompress(fromPrintable(data.slice(checksumLength))))
  if (checksumOf(text) !== data.slice(0, checksumLength)) throw new Error('The data is of another text.')
  return text
}

/** Returns the checksum of the text, which detects damage wherever it happened. */
function checksumOf(text: string): string {
  return checksum(text).padStart(checksumLength, '0')
}

function pack(text: string): Uint8Array {
  const { rest, ids } = takeAccountIds(text)
  const { distinct, order } = toDistinctLines(rest)
  const writer = new ByteWriter()
  writer.numbers(order)
  writer.text(distinct)
  writer.wideNumbers(ids)
  return writer.bytes()
}

function unpack(bytes: Uint8Array): string {
  const reader = new ByteReader(bytes)
  const order = reader.numbers()
  const distinct = reader.text()
  const ids = reader.wideNumbers()
  // One character replaces each account id.
  const maxRestLength = maxListBytes - 11 * ids.length
  return putAccountIds({ rest: fromDistinctLines({ distinct, order }, maxRestLength), ids })
}
