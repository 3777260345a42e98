export type Outcome =
  | { readonly kind: 'switched'; readonly destination: string }
  | { readonly kind: 'refused'; readonly status: number; readonly errorCode: string; readonly reason: string }
  /** A test made the sign-in host answer this way. */
  | { readonly kind: 'forced'; readonly answer: string }

/** One switch request as it reached the sign-in host, or one link as it reached the portal. */
export interface SwitchRecord {
  /** `form`: AWS's own form, filled in by its link. */
  readonly mode: 'classic' | 'multi-session' | 'form' | 'portal'
  readonly host: string
  /** The console that it came from, as the browser says. */
  readonly origin: string | undefined
  /** The body as sent. */
  readonly body: string
  /** Classic and portal: the decoded form fields or parameters. Multi-session: the JSON object; empty where it isn't one. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Multi-session: the session in the path. */
  readonly sessionId?: string
  readonly outcome: Outcome
}
