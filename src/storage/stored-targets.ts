import type { TargetRoles } from '../config/resolve/target-roles'
import { inflate } from '../lib/deflate'
import { unpackRoles } from './unpack-roles'

/** A longer text, in characters, is deflated. A thousand roles are shorter, and sooner read than inflated. */
export const maxPlainTargets = 50_000

/** Returns the roles in their stored form: JSON, deflated if it is long. Rejects if the form is damaged. */
export async function unpackTargets(stored: string): Promise<TargetRoles> {
  // Deflated data is in base64, which has no brace.
  return unpackRoles(JSON.parse(stored.startsWith('{') ? stored : await inflate(stored)))
}
