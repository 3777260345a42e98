import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cost, fits, gather, split } from './chunks'
import { syncQuotaBytes } from './sync-quota'

const stamp = { generation: 'aaaaaaaa', ancestors: ['00000000'], time: 1_700_000_000_000 }
const data = Array.from({ length: 30_000 }, (_, index) =>
  String.fromCharCode(0x23 + ((index * 7) % 20)),
).join('')
const items = split(data, stamp)
const keys = Object.keys(items)

describe('chunks', () => {
  it('are the header and as many items as needed, and return the data', () => {
    expect(keys).toEqual([
      'configuration',
      'configuration.0',
      'configuration.1',
      'configuration.2',
      'configuration.3',
    ])
    const header = { ...stamp, format: 1, length: 30_000, chunks: 4, checksum: expect.any(String) }
    expect(gather(items)).toEqual({ kind: 'whole', header, data })
    expect(gather(JSON.parse(JSON.stringify(items)))).toEqual({ kind: 'whole', header, data })
  })

  it('fill an item to the last byte', () => {
    expect(fits(items)).toBe(true)
    expect(fits({ ...items, 'configuration.0': `${items['configuration.0']}!` })).toBe(false)
  })

  it('are only a header for no data', () => {
    const none = split('', stamp)
    expect(Object.keys(none)).toEqual(['configuration'])
    expect(gather(none)).toMatchObject({ kind: 'whole', data: '' })
  })

  it('may be mixed with longer earlier ones, and with others’ items', () => {
    const beside = { ...split('new', stamp), 'configuration.1': 'bbbbbbbbold', other: 1 }
    expect(gather(beside)).toMatchObject({ kind: 'whole', data: 'new' })
  })

  it('are partial in every subset but the whole', () => {
    for (let subset = 0; subset < 2 ** keys.length; subset++) {
      const there = Object.fromEntries(Object.entries(items).filter((_, index) => subset & (1 << index)))
      const { kind } = gather(there)
      expect(kind).toBe(subset === 0 ? 'none' : subset === 2 ** keys.length - 1 ? 'whole' : 'partial')
    }
  })

  it('are partial if they belong to two generations, in every mixture', () => {
    const later = split(data.replaceAll('#', '$'), { ...stamp, generation: 'bbbbbbbb' })
    for (let mixture = 1; mixture < 2 ** keys.length - 1; mixture++) {
      const mixed = Object.fromEntries(
        keys.map((key, index) => [key, (mixture & (1 << index) ? items : later)[key]]),
      )
      expect(gather(mixed)).toMatchObject({ kind: 'partial', mixed: true })
    }
  })
})

describe('a fault', () => {
  it('in one character of a chunk is detected, wherever it is', () => {
    const change = fc.tuple(fc.constantFrom(...keys.slice(1)), fc.nat(7_000), fc.constantFrom('!', '', 'xx'))
    const noticed = fc.property(change, ([key, place, instead]) => {
      const chunk = String(items[key])
      const at = place % chunk.length
      const kind = gather({ ...items, [key]: chunk.slice(0, at) + instead + chunk.slice(at + 1) }).kind
      expect(kind).toBe(at < 8 ? 'partial' : 'damaged')
    })
    fc.assert(noticed, { numRuns: 500 })
  })

  it('that swaps two chunks is detected', () => {
    const { 'configuration.0': first, 'configuration.1': second } = items
    const swapped = { ...items, 'configuration.0': second, 'configuration.1': first }
    expect(gather(swapped).kind).toBe('damaged')
  })

  it('in the time is detected if no date can show it', () => {
    for (const time of [8.64e15 + 1, Number.MAX_SAFE_INTEGER, -1, '0']) {
      expect(gather({ ...items, configuration: { ...(items.configuration as object), time } }).kind).toBe(
        'damaged',
      )
    }
  })

  it('in the header is detected, or doesn’t change the text', () => {
    const changes = fc.record(
      {
        generation: fc.anything(),
        ancestors: fc.anything(),
        time: fc.anything(),
        length: fc.anything(),
        chunks: fc.oneof(fc.anything(), fc.nat(5)),
        checksum: fc.anything(),
        format: fc.constantFrom(1, 0, '1', null),
      },
      { requiredKeys: [] },
    )
    const noticed = fc.property(changes, change => {
      const header = { ...(items.configuration as object), ...change }
      const gathered = gather({ ...items, configuration: header })
      if (gathered.kind === 'whole') expect(gathered.data).toBe(data)
    })
    fc.assert(noticed, { numRuns: 1_000 })
  })

  it('of any kind doesn’t throw', () => {
    const key = fc.oneof(fc.constantFrom(...keys, '__proto__', 'constructor'), fc.string())
    const harmless = fc.property(fc.dictionary(key, fc.anything()), stored => {
      expect(gather(stored).kind).not.toBe('whole')
      gather({ ...items, ...stored })
    })
    fc.assert(harmless, { numRuns: 1_000 })
  })

  it('isn’t reported in a later version’s data', () => {
    expect(gather({ configuration: { format: 2 } })).toEqual({ kind: 'newer' })
    expect(gather({ ...items, configuration: { ...(items.configuration as object), format: 7 } })).toEqual({
      kind: 'newer',
    })
  })
})

describe('cost', () => {
  // The browsers' own counts, and the four bytes of JSON for each item that Firefox adds.
  it.each([
    ['printable characters', 'abc', 1 + 5 + 4],
    ['quotes and backslashes', '"\\', 1 + 6 + 4],
    ['a `<`, which Chromium writes as six', '<', 1 + 8 + 4],
    ['two bytes', 'é', 1 + 4 + 4],
    ['three', '一', 1 + 5 + 4],
    ['a control character', '\u0001', 1 + 8 + 4],
  ])('counts %s', (_, value, bytes) => {
    expect(cost({ k: value })).toBe(bytes)
  })

  it('decides whether there is room', () => {
    const small = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]))
    expect([fits(small(512)), fits(small(513))]).toEqual([true, false])
    const large = (bytes: number) => split('x'.repeat(bytes), stamp)
    expect([fits(large(syncQuotaBytes - 1_000)), fits(large(syncQuotaBytes))]).toEqual([true, false])
  })
})
