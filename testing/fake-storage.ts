import { vi } from 'vitest'

/** The browser's `storage.local` for unit tests. Like the browsers', it answers later. */
export class FakeStorage {
  readonly items = new Map<string, unknown>()
  /** The number of calls that read. */
  reads = 0
  /** The keys of each call that wrote. */
  readonly writes: string[][] = []
  /** The number of characters that it holds at most. */
  room = Number.POSITIVE_INFINITY
  /** The ids of the extension's open pages. */
  readonly pages = new Set<string>()

  readonly local = {
    get: async (keys: string | readonly string[]) => {
      this.reads++
      return structuredClone(Object.fromEntries([keys].flat().map(key => [key, this.items.get(key)])))
    },
    set: async (values: Record<string, unknown>) => {
      const after = new Map([...this.items, ...Object.entries(structuredClone(values))])
      if (JSON.stringify([...after]).length > this.room) throw new Error('QUOTA_BYTES quota exceeded')
      for (const [key, value] of after) this.items.set(key, value)
      this.writes.push(Object.keys(values))
    },
  }

  /** Stubs the locks that all pages of an extension share: each request for a lock waits for earlier ones. */
  stubLocks(): void {
    let last: Promise<unknown> = Promise.resolve()
    vi.stubGlobal('navigator', {
      locks: {
        request(_: string, work: () => Promise<unknown>) {
          const mine = last.then(work)
          last = mine.catch(() => {})
          return mine
        },
        query: async () => ({ held: [...this.pages].map(id => ({ name: `page ${id}` })) }),
      },
    })
  }
}
