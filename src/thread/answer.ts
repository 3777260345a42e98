import { parseTogether, type Together } from '../config/resolve/parse-together'
import { encode } from '../sync-codec/codec'
import { syncBytes } from '../sync-codec/sync-bytes'

/** A text to parse beside the team's, to measure for sync, or to write as it lies there. */
export type Request =
  | { readonly kind: 'parse'; readonly text: string; readonly team: readonly string[] }
  | { readonly kind: 'measure' | 'encode'; readonly text: string }

export type Answer = Together | number | string

/**
 * For `parse` what the texts say, for `measure` the bytes that the text takes in sync, for `encode` what lies there. It holds
 * its thread up: src/thread/thread.ts has it run in another.
 */
export function answer(request: Request): Answer {
  switch (request.kind) {
    case 'parse':
      return parseTogether(request.text, request.team)
    case 'measure':
      return syncBytes(request.text)
    case 'encode':
      return encode(request.text)
  }
}
