import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LogEntry, readEntry } from './log-entry'
import { durationOfEntry, maxEntries, ofLastDays, withEntry, withSessionEnd } from './with-entry'

const minute = 60_000

function entry(id: string, at: number, change: Partial<LogEntry> = {}): LogEntry {
  return {
    id,
    at,
    profile: 'shop',
    roleName: 'Operator',
    account: '333344445555',
    partition: 'aws',
    how: 'switch',
    from: 'menu',
    session: { jar: 'usual', name: 'aws usual 111122223333', seconds: 3_600 },
    ...change,
  }
}

const payments = { profile: 'payments', account: '444455556666' }
const sessionOf = (name: string, jar = 'usual') => ({ session: { jar, name, seconds: 3_600 } })
const durations = (entries: readonly LogEntry[]) =>
  entries.map(one => {
    const duration = durationOfEntry(one)
    return duration && duration / minute
  })

describe('a session in the log ends', () => {
  it('in classic mode, with the next switch', () => {
    const log = withEntry([entry('a', 0)], entry('b', 20 * minute, payments))
    expect(durations(log)).toEqual([20, undefined])
  })

  it('in multi-session mode, with its sign-out and with a switch to the same role, but not with another', () => {
    const first = entry('a', 0, sessionOf('333344445555-aaaaaaaa'))
    const second = entry('b', 5 * minute, { ...payments, ...sessionOf('444455556666-bbbbbbbb') })
    const log = withEntry([first], second)
    expect(durations(log)).toEqual([undefined, undefined])
    const again = entry('c', 9 * minute, sessionOf('333344445555-cccccccc'))
    expect(durations(withEntry(log, again))).toEqual([9, undefined, undefined])
    const ended = withSessionEnd(log, { jar: 'usual', name: '444455556666-bbbbbbbb' }, 12 * minute)
    expect(durations(ended)).toEqual([undefined, 7])
  })

  it('not because of another cookie jar', () => {
    const log = withEntry([entry('a', 0)], entry('b', minute, sessionOf('x', 'firefox-container-2')))
    expect(durations(log)).toEqual([undefined, undefined])
    expect(withSessionEnd(log, { jar: 'firefox-container-2', name: 'y' }, minute)).toBe(log)
  })

  it('once', () => {
    const name = { jar: 'usual', name: 'aws usual 111122223333' }
    const log = withSessionEnd([entry('a', 0)], name, 10 * minute)
    expect(withSessionEnd(log, name, 20 * minute)).toBe(log)
    expect(durations(log)).toEqual([10])
  })

  it('at a time that isn’t known, if it may have ended before that', () => {
    const log = withEntry([entry('a', 0)], entry('b', 61 * minute, payments))
    expect(durations(log)).toEqual([undefined, undefined])
    // The clock was set back.
    expect(durations(withEntry([entry('a', minute)], entry('b', 0, payments)))).toEqual([
      undefined,
      undefined,
    ])
  })
})

it('an entry that comes twice is written once', () => {
  const log = withEntry([], entry('a', 0))
  expect(withEntry(log, entry('a', 0))).toBe(log)
})

it('the log is bounded by its size and its days', () => {
  const full = Array.from({ length: maxEntries }, (_, index) => entry(`${index}`, index))
  const log = withEntry(full, entry('last', maxEntries))
  expect(log).toHaveLength(maxEntries)
  expect([log[0]?.id, log.at(-1)?.id]).toEqual(['1', 'last'])
  const day = 24 * 60 * minute
  const days = [entry('old', 0), entry('new', 2 * day), entry('future', 9 * day)]
  expect(ofLastDays(days, 7, 7.5 * day).map(({ id }) => id)).toEqual(['new', 'future'])
  expect(ofLastDays(days, 30, day)).toBe(days)
})

describe('what a message or the storage has', () => {
  it('is an entry, whole', () => {
    for (const one of [entry('a', 0), entry('b', 5, { region: 'eu-west-1', reason: 'INC-1', end: 9 })])
      expect(readEntry(one)).toEqual(one)
  })

  it('is refused if it is none, and never makes an address', () => {
    for (const change of [
      { id: '' },
      { at: 1e99 },
      { partition: 'aws-iso' },
      { how: 'magic' },
      { account: 5 },
    ])
      expect(readEntry({ ...entry('a', 0), ...change })).toBeUndefined()
    expect(readEntry({ ...entry('a', 0), region: 'evil.example/' })).toEqual(entry('a', 0))
  })

  it('is bounded and has no other fields, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(entry('a', 0)), 'reason', 'x'), fc.anything()),
        (anything, change) => {
          expect(readEntry(anything)).toBeUndefined()
          const read = readEntry({ ...entry('a', 0), reason: 'y'.repeat(999), ...change })
          if (read) expect(JSON.stringify(read).length).toBeLessThan(6 * 3_000)
          expect(Object.keys(read ?? {})).not.toContain('x')
        },
      ),
    )
  })
})
