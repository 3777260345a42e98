/**
 * Why stored data can't be worked on. Each is a sentence in `list-sentences.ts` or `settings-sentences.ts`, with what to do.
 */
export type ReadFailure =
  | { readonly kind: 'loading' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly message: string }
