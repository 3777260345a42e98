import { parseConfig } from '../src/config/parse-config'
import { syncBytes } from '../src/storage/sync/sync-bytes'

/** What the worker is asked for: what the parser makes of a text, or what the text takes in sync. */
export type CheckRequest = { readonly kind: 'parse' | 'measure'; readonly text: string }

/** Answers each request in turn, in a thread of its own, since ten thousand roles take a tenth of a second and more. */
addEventListener('message', ({ data: { kind, text } }: MessageEvent<CheckRequest>) => {
  postMessage(kind === 'parse' ? parseConfig(text) : syncBytes(text))
})
