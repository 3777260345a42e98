export type Outcome =
  | { readonly kind: 'switched'; readonly destination: string }
  | { readonly kind: 'refused'; readonly status: number; readonly errorCode: string; readonly reason: string }
  /** A test forced this answer of the sign-in host. */
  | { readonly kind: 'forced'; readonly answer: string }

/** One switch request as the sign-in host got it, or one link as the portal got it. */
export interface SwitchRecord {
  /** `form` is AWS's own form, filled in from its link. */
  readonly mode: 'classic' | 'multi-session' | 'form' | 'portal'
  readonly host: string
  /** The console that sent it, according to the browser. */
  readonly origin: string | undefined
  /** The body as sent. */
  readonly body: string
  /**
   * Classic and portal: the decoded form fields or parameters. Multi-session: the JSON object, or empty if it isn't
   * one.
   */
  readonly fields: Readonly<Record<string, unknown>>
  /** Multi-session: the session in the path. */
  readonly sessionId?: string
  readonly outcome: Outcome
}
