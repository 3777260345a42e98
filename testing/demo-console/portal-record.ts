/** One request to the service on a portal's own host. */
export interface PortalRecord {
  readonly method: string
  readonly host: string
  readonly path: string
  /** With its question mark; empty if there is none. */
  readonly query: string
  readonly body: string
  /** Whether the demo's own page sent it. */
  readonly isPages: boolean
  readonly origin: string | undefined
  /** The browser's `Sec-Fetch-Site`. */
  readonly site: string
  /** In milliseconds since 1970. */
  readonly at: number
}
