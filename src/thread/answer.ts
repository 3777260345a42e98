import { parseTogether, type Together } from '../config/resolve/parse-together'
import { encode } from '../sync-codec/codec'
import { syncBytes } from '../sync-codec/sync-bytes'

/** A request to parse a text with the team's, to measure its size in sync, or to encode it for sync. */
export type Request =
  | { readonly kind: 'parse'; readonly text: string; readonly team: readonly string[] }
  | { readonly kind: 'measure' | 'encode'; readonly text: string }

export type Answer = Together | number | string

/**
 * Returns the parsed contents for `parse`, the size in sync in bytes for `measure`, and the stored form for `encode`.
 * Blocks; call it through `startThread`.
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
