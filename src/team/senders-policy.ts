import type { Managed } from '../browser/managed'
import { type Policy, policyOf } from '../settings/policy'
import type { PolicyProblem } from '../settings/policy-problem'
import { checkSenderId } from './sender-id'

/** Under which name an administrator lists the extensions that may send a list. */
export const sendersName = 'senders'

interface Senders {
  /** Ids of extensions. */
  readonly [sendersName]: readonly string[]
}

/** What an administrator has set of the extensions that may send a list. */
export function sendersPolicy(managed: Managed): Policy<Senders> {
  const { ids } = checkSenders(managed)
  return policyOf<Senders>(ids ? { [sendersName]: ids } : {}, managed)
}

/** The ids that can be used, each once, and what is wrong with the others. */
export function checkSenders(managed: Managed): {
  /** Undefined if nothing is set that can be used. An empty list is: no extension may send. */
  readonly ids?: readonly string[]
  readonly problems: readonly PolicyProblem[]
} {
  const given = managed[sendersName]
  if (given === undefined) return { problems: [] }
  if (!Array.isArray(given)) return { problems: [{ kind: 'no-list', name: sendersName }] }
  const ids = new Set<string>()
  const problems: PolicyProblem[] = []
  for (const [index, written] of given.entries()) {
    const checked = checkSenderId(typeof written === 'string' ? written : '')
    if (checked.kind === 'id') ids.add(checked.id)
    else problems.push({ kind: 'bad-sender', name: sendersName, number: index + 1 })
  }
  return { ids: [...ids], problems }
}
