import type { Diagnostic } from '../../src/config/parse/diagnostic'
import type { Profile } from '../../src/config/parse/profile'
import type { TargetRoles } from '../../src/config/resolve/target-roles'

/** The parser's results for a text. */
export interface Findings {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly profiles: readonly Profile[]
  readonly targets: TargetRoles
}

/** A text to put into the editor in place of its current one. */
export interface Document {
  /** Goes up with each text. */
  readonly revision: number
  readonly text: string
  /** Whether the user can undo it. */
  readonly undoable: boolean
  /** Where the cursor goes. */
  readonly line?: number
}
