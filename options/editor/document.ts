import type { Diagnostic } from '../../src/config/parse/diagnostic'
import type { Profile } from '../../src/config/parse/profile'
import type { TargetRoles } from '../../src/config/resolve/target-roles'

/** What the parser makes of a text. */
export interface Findings {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly profiles: readonly Profile[]
  readonly targets: TargetRoles
}

/** A text that is put into the editor in place of what is there. */
export interface Document {
  /** Goes up with each. */
  readonly revision: number
  readonly text: string
  /** Whether the user can go back to what was there before. */
  readonly undoable: boolean
  /** Where the cursor goes to. */
  readonly line?: number
}
