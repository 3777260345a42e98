import { checksum } from '../lib/checksum'
import { isMoment } from '../lib/moment'
import { maxItemBytes, maxItems, syncQuotaBytes } from './sync-quota'

/** The header, stored with the chunks of a text in sync. */
export interface Header {
  readonly format: typeof headerFormat
  /** Unique name of this text. */
  readonly generation: string
  /** The generations that it was made from, latest first. */
  readonly ancestors: readonly string[]
  /** When the text was saved, in milliseconds since 1970. */
  readonly time: number
  /** Length of the data, in characters. */
  readonly length: number
  readonly chunks: number
  readonly checksum: string
}

export type Stamp = Pick<Header, 'generation' | 'ancestors' | 'time'>

/** The state of the items in sync. */
export type Gathered =
  /** None of the items is ours. */
  | { readonly kind: 'none' }
  /** Every chunk of the header's generation is there, with the right length and checksum. */
  | { readonly kind: 'whole'; readonly header: Header; readonly data: string }
  /** Chunks or the header are missing or, if they are `mixed`, belong to another generation: the rest may be on its way. */
  | ({ readonly kind: 'partial'; readonly mixed: boolean } & Unfinished)
  /** Everything is there, but isn't what was written. */
  | ({ readonly kind: 'damaged' } & Unfinished)
  /** A later version of the extension wrote it. */
  | { readonly kind: 'newer' }

/** What is known about a text that isn't there as it was written. */
interface Unfinished {
  readonly header: Header | undefined
  /** The generations that its header and its chunks name. */
  readonly generations: readonly string[]
}

type Items = Readonly<Record<string, unknown>>

const headerFormat = 1
const headerKey = 'configuration'
const stampLength = 8
/** A header that names more chunks than there could be isn't ours. */
const maxChunks = maxItems - 1

/**
 * Returns the items that hold the data, to be written in one call. Each chunk begins with the generation, which has eight
 * characters.
 */
export function split(
  data: string,
  { generation, ancestors, time }: Stamp,
): Readonly<Record<string, unknown>> {
  if (generation.length !== stampLength) throw new Error('A generation has eight characters.')
  const items: Record<string, unknown> = {}
  let chunks = 0
  for (let start = 0; start < data.length; chunks++) {
    const key = chunkKey(chunks)
    // Two quotes; the data has only characters that take a byte each.
    const end = start + maxItemBytes - key.length - 2 - stampLength
    items[key] = generation + data.slice(start, end)
    start = end
  }
  const header: Header = {
    format: headerFormat,
    generation,
    ancestors,
    time,
    length: data.length,
    chunks,
    checksum: checksum(data),
  }
  return { [headerKey]: header, ...items }
}

/** Returns the state of all the items in sync. Never throws, whatever they are. */
export function gather(items: Items): Gathered {
  const stored = Object.hasOwn(items, headerKey) ? items[headerKey] : undefined
  if (stored === undefined) {
    const begun = Object.keys(items).some(isOurs)
    return begun ? { kind: 'partial', mixed: true, ...unfinished(items, undefined) } : { kind: 'none' }
  }
  if (isNewer(stored)) return { kind: 'newer' }
  if (!isHeader(stored)) return { kind: 'damaged', ...unfinished(items, undefined) }
  const chunks = Array.from({ length: stored.chunks }, (_, index) => items[chunkKey(index)])
  const own = chunks.filter(
    (chunk): chunk is string => typeof chunk === 'string' && chunk.startsWith(stored.generation),
  )
  if (own.length < chunks.length) {
    const mixed = chunks.some(chunk => chunk !== undefined && !own.includes(chunk as string))
    return { kind: 'partial', mixed, ...unfinished(items, stored) }
  }
  const data = own.map(chunk => chunk.slice(stampLength)).join('')
  const right = data.length === stored.length && checksum(data) === stored.checksum
  return right ? { kind: 'whole', header: stored, data } : { kind: 'damaged', ...unfinished(items, stored) }
}

function unfinished(items: Items, header: Header | undefined): Unfinished {
  const ofChunks = Object.entries(items).flatMap(([key, chunk]) =>
    isOurs(key) && typeof chunk === 'string' ? [chunk.slice(0, stampLength)] : [],
  )
  return { header, generations: [...ofChunks, ...(header ? [header.generation, ...header.ancestors] : [])] }
}

/** Whether an item in sync is a part of the list. */
export function isOurs(key: string): boolean {
  return key === headerKey || /^configuration\.\d+$/.test(key)
}

/** Returns the size of the items, in bytes, as counted by the browser with the higher count. */
export function cost(items: Items): number {
  return Object.entries(items).reduce((bytes, item) => bytes + itemBytes(...item), 0)
}

/** Whether both browsers accept the items: neither too many, nor too large each, nor too large together. */
export function fits(items: Items): boolean {
  const entries = Object.entries(items)
  if (entries.length > maxItems || cost(items) > syncQuotaBytes) return false
  return entries.every(([key, value]) => chromiumBytes(key, value) <= maxItemBytes)
}

/** Firefox counts key, value and the JSON between them; Chromium counts no quotes around the key. */
function itemBytes(key: string, value: unknown): number {
  return chromiumBytes(key, value) + 4
}

/** Chromium writes a `<` as six characters. */
function chromiumBytes(key: string, value: unknown): number {
  const json = JSON.stringify(value) ?? ''
  return utf8Length(key) + utf8Length(json) + 5 * (json.split('<').length - 1)
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function chunkKey(index: number): string {
  return `${headerKey}.${index}`
}

function isNewer(stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null || !('format' in stored)) return false
  return typeof stored.format === 'number' && stored.format > headerFormat
}

function isHeader(stored: unknown): stored is Header {
  if (typeof stored !== 'object' || stored === null) return false
  const header = stored as Partial<Record<keyof Header, unknown>>
  return (
    header.format === headerFormat &&
    typeof header.generation === 'string' &&
    header.generation.length === stampLength &&
    Array.isArray(header.ancestors) &&
    header.ancestors.every(generation => typeof generation === 'string') &&
    isCount(header.time) &&
    isMoment(header.time) &&
    isCount(header.length) &&
    isCount(header.chunks) &&
    header.chunks <= maxChunks &&
    typeof header.checksum === 'string'
  )
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
