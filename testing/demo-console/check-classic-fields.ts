import { badRequest, type Fault, forbidden, returnFault } from './fault'
import type { Partition } from './partitions'
import { colorFault, displayNameFault, roleNameFault } from './role'

const names = {
  switchFromBasis: [
    'mfaNeeded',
    'action',
    'src',
    'csrf',
    'roleName',
    'account',
    'color',
    'redirect_uri',
    'displayName',
  ],
  switchToBasis: ['action', 'src', 'csrf', 'redirect_uri'],
} as const

export interface ClassicFields {
  readonly action: keyof typeof names
  readonly account: string
  readonly roleName: string
  readonly color: string
  readonly displayName: string
  /** The URL to come back to, decoded. */
  readonly returnTo: string
}

/**
 * Checks every field of the form at least as strictly as AWS is known to. It also refuses an unknown field.
 * See docs/console.md, “Classic switch”.
 */
export function checkClassicFields(
  form: URLSearchParams,
  csrf: string,
  partition: Partition,
): ClassicFields | Fault {
  const field = (name: string) => form.get(name) ?? ''
  const action = field('action')
  if (action !== 'switchFromBasis' && action !== 'switchToBasis') return badRequest('action is unknown')

  const expected: readonly string[] = names[action]
  const missing = expected.find(name => form.getAll(name).length !== 1)
  if (missing) return badRequest(`${missing} must be given once`)
  const unknown = [...form.keys()].find(name => !expected.includes(name))
  if (unknown !== undefined) return badRequest(`${unknown} is not a field of ${action}`)

  if (field('src') !== 'nav') return badRequest('src is not nav')
  if (field('csrf') !== csrf) return forbidden('csrf is not the token of this sign-in')
  const returnTo = decodeReturn(field('redirect_uri'))
  if (returnTo === undefined) return badRequest('redirect_uri is not percent-encoded once')
  const fault = returnFault(returnTo, partition)
  if (fault) return fault

  const fields: ClassicFields = {
    action,
    account: field('account'),
    roleName: field('roleName'),
    color: field('color'),
    displayName: field('displayName'),
    returnTo,
  }
  if (action === 'switchToBasis') return fields
  if (field('mfaNeeded') !== '0') return badRequest('mfaNeeded is not 0')
  const reason =
    roleNameFault(fields.roleName) ?? colorFault(fields.color) ?? displayNameFault(fields.displayName)
  return reason === undefined ? fields : badRequest(reason)
}

/** Undoes the one encoding that the field's content has in addition to the form's own. */
function decodeReturn(field: string): string | undefined {
  if (!/^https%3A%2F%2F[^/:?#&=]+$/i.test(field)) return undefined
  try {
    return decodeURIComponent(field)
  } catch {
    return undefined
  }
}
