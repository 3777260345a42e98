import { longestToSwitch } from '../console/role-name'
import type { DiagnosticKind } from './diagnostic'
import { leastDuration, mostDuration } from './limits'
import { longestLine } from './one-line'
import { leastRefresh, mostRefresh } from './refresh-minutes'

/** The limits that a kind's sentence names, after the diagnostic's own values. */
export const diagnosticLimits: Readonly<Partial<Record<DiagnosticKind, readonly number[]>>> = {
  tooLongName: [longestLine],
  longRoleName: [longestToSwitch],
  invalidDuration: [leastDuration, mostDuration],
  invalidRefresh: [leastRefresh, mostRefresh],
}
