import { maxSwitchNameLength } from '../../aws/role-name'
import { maxSessionSeconds, minSessionSeconds } from '../../aws/session-limits'
import { maxLineLength } from '../../lib/one-line'
import { maxAliasLength, maxRoleNameLength, minAliasLength } from './aws-values'
import type { DiagnosticKind } from './diagnostic'
import { maxRefreshMinutes, minRefreshMinutes } from './refresh-minutes'

/** The limits in each kind's message, after the diagnostic's own values. */
export const diagnosticLimits: Readonly<Partial<Record<DiagnosticKind, readonly number[]>>> = {
  tooLongName: [maxLineLength],
  invalidAccount: [minAliasLength, maxAliasLength],
  invalidAlias: [minAliasLength, maxAliasLength],
  invalidRoleName: [maxRoleNameLength],
  longRoleName: [maxSwitchNameLength],
  invalidDuration: [minSessionSeconds, maxSessionSeconds],
  invalidRefresh: [minRefreshMinutes, maxRefreshMinutes],
}
