/** How posting a form from the console page ended, as far as the page could see. */
export type PostFormResult =
  /** The browser is leaving the page: the request is on its way. */
  | { readonly kind: 'leaving' }
  /**
   * The page's policy stopped it: either the form itself, or the way back after AWS has switched. There is no way to tell
   * which.
   */
  | { readonly kind: 'blocked'; readonly directive: string }
  | { readonly kind: 'no-csrf-token' }
  | { readonly kind: 'timed-out' }

/** How a JSON request from the console page ended. Strings from the response are untrusted. */
export type PostJsonResult =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly destination?: string
      readonly errorCode?: string
      readonly message?: string
    }
  | { readonly kind: 'blocked'; readonly directive: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'timed-out' }
