import type { ItemsRead } from '../browser/stored-item'
import { valueIn } from '../browser/stored-item'
import type { TargetRoles } from '../config/resolve/target-roles'
import { parsedItem } from '../storage/list-items'
import { unpackTargets } from '../storage/stored-targets'
import { parseText } from './parse-stored'

let last: { readonly packed: string; readonly targets: TargetRoles } | undefined

/**
 * Returns the roles in use, from `read` if given, for the background script: unpacked once for as long as they stay the
 * same, since it is asked often. It can't read them as the menu does: a service worker can't load code on demand. Undefined
 * if they can't be read.
 */
export async function readTargets(read?: ItemsRead): Promise<TargetRoles | undefined> {
  const parsed = valueIn(await parsedItem.get(read))
  if (parsed) {
    const packed = parsed.targets
    if (last?.packed !== packed) last = { packed, targets: await unpackTargets(packed) }
    return last.targets
  }
  return valueIn(await parseText())?.targets
}
