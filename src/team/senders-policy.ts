import type { Managed } from '../browser/storage-areas'
import { type Policy, policyOf } from '../settings/policy'
import type { PolicyFailure } from '../settings/policy-failure'
import { checkSenderId } from './sender-id'

/** The policy name under which an administrator lists the extensions that may send a list. */
export const sendersName = 'senders'

interface Senders {
  /** Extension ids. */
  readonly [sendersName]: readonly string[]
}

export function sendersPolicy(managed: Managed): Policy<Senders> {
  const { ids } = checkSenders(managed)
  return policyOf<Senders>(ids ? { [sendersName]: ids } : {}, managed)
}

/** Returns the usable ids, each once, and what is wrong with the others. */
export function checkSenders(managed: Managed): {
  /** Undefined if nothing usable is set. An empty list is usable: no extension may send. */
  readonly ids?: readonly string[]
  readonly failures: readonly PolicyFailure[]
} {
  const given = managed[sendersName]
  if (given === undefined) return { failures: [] }
  if (!Array.isArray(given)) return { failures: [{ kind: 'no-list', name: sendersName }] }
  const ids = new Set<string>()
  const failures: PolicyFailure[] = []
  for (const [index, written] of given.entries()) {
    const checked = checkSenderId(typeof written === 'string' ? written : '')
    if (checked.kind === 'id') ids.add(checked.id)
    else failures.push({ kind: 'bad-sender', name: sendersName, number: index + 1 })
  }
  return { ids: [...ids], failures }
}
