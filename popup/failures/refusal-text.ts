import type { Session } from '../../src/aws/session'
import { message } from '../../src/browser/i18n'
import { roleCopies } from '../../src/switching/role-copies'
import { sessionSummary } from '../session-sentences'
import type { SwitchState } from '../state'

/** Returns a text to send to whoever can let the user into the role: AWS's reason, the role's ARN and who asked. */
export function refusalText(
  { role, failure }: Extract<SwitchState, { readonly kind: 'failed' }>,
  session: Session | undefined,
): string | undefined {
  if (!role || failure.kind !== 'refused') return undefined
  const partition = session?.partition ?? role.partition ?? 'aws'
  const arn = roleCopies(role, partition).find(({ kind }) => kind === 'arn')?.text ?? role.roleName
  const lines = [message('popup_refusalReason', failure.reason), message('popup_refusalRole', arn)]
  if (session) lines.push(message('popup_signedInTo', sessionSummary(session, false)))
  return lines.join('\n')
}
