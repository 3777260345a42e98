/** How the team server responds to a request. */
export type TeamAnswer =
  | TextAnswer
  /** These bytes, like a file that never changes. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type?: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
    }
  /** `to` is a URL or a path. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Sends the text, followed by an endless series of lines, one now and then. */
  | { readonly kind: 'drip'; readonly text: string }
  /** Sends the text and then closes the connection, although a length or a further chunk was announced. */
  | { readonly kind: 'cut'; readonly text: string; readonly announced: 'length' | 'chunk' }
  /** Sends this many bytes of comments: plain with or without a length in the header, or as a little gzip. */
  | {
      readonly kind: 'flood'
      readonly bytes: number
      readonly as: 'announced' | 'chunks' | 'gzip'
    }

/** A text that may change. Clients that have it get a 304. */
export interface TextAnswer {
  readonly kind: 'text'
  readonly text: string
  /** `text/plain; charset=utf-8` by default. '' for none. */
  readonly type?: string
  /** The validators to send. Both by default. */
  readonly validators?: 'both' | 'etag' | 'last-modified' | 'none'
  readonly encoding?: 'gzip'
  readonly headers?: Readonly<Record<string, string>>
}
