import { storedItem } from '../browser/stored-item'

/** As many as anyone looks for among the last ones. */
const most = 50

/** Names of the profiles that were switched to, the last one first, each once. They never leave this browser. */
const recentRolesItem = storedItem<readonly string[]>({
  key: 'recentRoles',
  area: 'local',
  version: 1,
  default: [],
  check: stored => (isNames(stored) ? stored : undefined),
})

/** The names, the last one first; none where they can't be read. */
export async function readRecentRoles(): Promise<readonly string[]> {
  try {
    const reading = await recentRolesItem.get()
    return reading.kind === 'value' ? reading.value : []
  } catch {
    // Only the order of the menu depends on them. A storage that fails is told of where the roles are read.
    return []
  }
}

/** Puts a name first. Rejects with what the browser's storage rejects with. */
export async function rememberRole(name: string): Promise<void> {
  const others = (await readRecentRoles()).filter(other => other !== name)
  await recentRolesItem.set([name, ...others].slice(0, most))
}

function isNames(stored: unknown): stored is readonly string[] {
  return Array.isArray(stored) && stored.every(name => typeof name === 'string')
}
