import type { HiddenReason } from '../../src/config/resolve/role'
import type { SwitchOutcome } from '../../src/switching/switch-outcome'

/** How a switch that did not lead to the role ended. */
export type SwitchFailure =
  | Exclude<SwitchOutcome, { readonly kind: 'leaving' | 'open' | 'blocked' }>
  /** A role's tab sent the request from the base account's session. */
  | { readonly kind: 'refused'; readonly reason: string; readonly fromBase: true }
  /** The role's session has ended, and none that could switch to it is open. `base` is the profile to sign in to. */
  | { readonly kind: 'sign-in-first'; readonly base?: string | undefined }
  /** The role was chosen outside of the menu, and isn't available where the menu was opened, nor in any known tab. */
  | { readonly kind: 'not-offered'; readonly reason: HiddenReason }
  | OnwardFailure

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
