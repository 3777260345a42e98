import { longestToSwitch } from '../../aws/role-name'
import { longestLine } from '../../lib/one-line'
import { leastDuration, mostDuration } from './aws-values'
import type { DiagnosticKind } from './diagnostic'
import { leastRefresh, mostRefresh } from './refresh-minutes'

/** The limits in each kind's message, after the diagnostic's own values. */
export const diagnosticLimits: Readonly<Partial<Record<DiagnosticKind, readonly number[]>>> = {
  tooLongName: [longestLine],
  longRoleName: [longestToSwitch],
  invalidDuration: [leastDuration, mostDuration],
  invalidRefresh: [leastRefresh, mostRefresh],
}
