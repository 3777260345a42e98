import { inflateRawSync } from 'node:zlib'
import type { Surface } from '../browsers/driver'

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Readonly<Record<string, unknown>>>
      set(items: object): Promise<void>
    }
  }
}

/** Writes items like another version of the extension or a fault. Needs a page of the extension. */
export function store(page: Surface, items: Readonly<Record<string, unknown>>): Promise<void> {
  return page.evaluate(items => chrome.storage.local.set(items), items)
}

/** Returns an item as stored. By default it's the text in use. */
export function stored(page: Surface, key = 'configuration'): Promise<unknown> {
  return page.evaluate(async key => (await chrome.storage.local.get(key))[key], key)
}

/** Inflates a stored text, as written by `src/lib/deflate.ts`. */
export function inflate(data = ''): string {
  return inflateRawSync(Buffer.from(data, 'base64')).toString()
}
