import { strFromU8, strToU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { archive } from './archive'

const texts = { 'manifest.json': '{}', 'assets/popup.js': 'popup()', 'icons/ロール.txt': 'ロール' }
const files = Object.entries(texts).map(([path, text]) => [path, strToU8(text)] as const)
const bytes = archive(new Map(files))

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('an archive', () => {
  it('holds the files', () => {
    const unzipped = Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)])
    expect(Object.fromEntries(unzipped)).toEqual(texts)
  })

  it('has them in the order of their paths, whatever order they are given in', () => {
    expect(Object.keys(unzipSync(bytes))).toEqual(['assets/popup.js', 'icons/ロール.txt', 'manifest.json'])
    expect(archive(new Map(files.toReversed()))).toEqual(bytes)
  })

  it.each(['Asia/Tokyo', 'America/New_York'])('is the same at another time, in %s', zone => {
    vi.stubEnv('TZ', zone)
    vi.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') })
    expect(archive(new Map(files))).toEqual(bytes)
  })

  it('differs if a byte does', () => {
    expect(archive(new Map([...files, ['manifest.json', strToU8('[]')]]))).not.toEqual(bytes)
  })

  it('gives every file the same mode and no extra field', () => {
    const entries = centralEntries(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    expect(entries).toHaveLength(files.length)
    for (const entry of entries) expect(entry).toEqual({ mode: 0o100644, extra: 0 })
  })
})

/** Returns the mode of each entry in a zip's central directory, and the length of its extra field. */
function centralEntries(zip: DataView) {
  const signature = 0x02014b50
  return Array.from({ length: zip.byteLength - 45 }, (_, at) => at)
    .filter(at => zip.getUint32(at, true) === signature)
    .map(at => ({ mode: zip.getUint32(at + 38, true) >>> 16, extra: zip.getUint16(at + 30, true) }))
}
