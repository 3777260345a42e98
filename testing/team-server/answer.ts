/** How the team server responds to a request. */
export type TeamAnswer =
  | TextAnswer
  /** These bytes, as of a file that never changes. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type?: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
    }
  /** `to` is a URL or a path. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Nothing ever. */
  | { readonly kind: 'hang' }
  /** The text, followed by an endless series of lines, one now and then. */
  | { readonly kind: 'drip'; readonly text: string }
  /** The text, and then the connection is closed, though more was announced by its length, or by a chunk to come. */
  | { readonly kind: 'cut'; readonly text: string; readonly announced: 'length' | 'chunk' }
  /** So many bytes of comments: as they are, with their number in the header or without, or as little gzip. */
  | {
      readonly kind: 'flood'
      readonly bytes: number
      readonly as: 'announced' | 'chunks' | 'gzip'
    }

/** A text that may change, with 304 for clients that have it. */
export interface TextAnswer {
  readonly kind: 'text'
  readonly text: string
  /** `text/plain; charset=utf-8` by default; '' for none. */
  readonly type?: string
  /** The validators to send; all of them by default. */
  readonly validators?: 'both' | 'etag' | 'last-modified' | 'none'
  readonly encoding?: 'gzip'
  readonly headers?: Readonly<Record<string, string>>
}
