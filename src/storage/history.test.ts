import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inflate } from './deflate'
import { addToHistory, historyItem } from './history'

const { items, local } = vi.hoisted(() => {
  const items = new Map<string, unknown>()
  // As a browser does, it answers later.
  const local = {
    get: async (key: string) => structuredClone({ [key]: items.get(key) }),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value))
    },
  }
  return { items, local }
})
vi.mock('../browser/api', () => ({ browser: { storage: { local } } }))

/** What all pages of an extension share: whoever asks for a lock waits for those that asked before. */
let last: Promise<unknown> = Promise.resolve()
vi.stubGlobal('navigator', {
  locks: {
    request(_: string, work: () => Promise<unknown>) {
      const mine = last.then(work)
      last = mine.catch(() => {})
      return mine
    },
  },
})

beforeEach(() => items.clear())

async function texts(): Promise<readonly string[]> {
  const reading = await historyItem.get()
  return reading.kind === 'value' ? Promise.all(reading.value.map(({ data }) => inflate(data))) : []
}

describe('addToHistory', () => {
  it('loses none of the texts that are saved at the same time, and keeps their order', async () => {
    await Promise.all(['first', 'second', 'third'].map(text => addToHistory(text, 1)))
    expect(await texts()).toEqual(['third', 'second', 'first'])
  })

  it('adds a text once while it stays the latest', async () => {
    await Promise.all(['same', 'same'].map(text => addToHistory(text, 1)))
    expect(await texts()).toEqual(['same'])
  })

  it('leaves alone what a later version of the extension wrote', async () => {
    const later = { version: 99, value: 'unknown' }
    items.set('history', later)
    await addToHistory('text', 1)
    expect(items.get('history')).toEqual(later)
  })
})
