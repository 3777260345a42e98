import type { HiddenReason } from '../src/config/resolve/role'

/** Why the menu didn't continue to a role in the tab that was opened for it, through the profile `from`. */
export type OnwardFailure =
  /** The tab doesn't show the console yet. The role isn't forgotten. */
  | { readonly kind: 'not-landed'; readonly from: string }
  /** Nobody is signed in to the console. */
  | { readonly kind: 'landed-signed-out'; readonly from: string }
  /** The list no longer has one of the profiles. */
  | { readonly kind: 'list-changed' }
  /** The console is one from which the role isn't available. */
  | { readonly kind: 'landed-elsewhere'; readonly from: string; readonly reason: HiddenReason }
  /** In classic mode there is no switching from a role, such as that of the profile `between`. */
  | { readonly kind: 'needs-multi-session'; readonly between: string }
