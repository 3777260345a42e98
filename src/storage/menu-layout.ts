import { storedItem, valueIn } from '../browser/stored-item'

/** How the user has laid out the menu, in this browser. */
export interface MenuLayout {
  /** Names of the roles that stay on top, in their order. */
  readonly pinned: readonly string[]
  /** The groups whose roles are folded away. */
  readonly folded: readonly string[]
}

export const menuLayoutItem = storedItem<MenuLayout>({
  key: 'menuLayout',
  area: 'local',
  version: 1,
  default: { pinned: [], folded: [] },
  check: stored => (isMenuLayout(stored) ? stored : undefined),
})

/** The layout; as it is at first where it can't be read. */
export async function readMenuLayout(): Promise<MenuLayout> {
  try {
    return valueIn(await menuLayoutItem.get()) ?? { pinned: [], folded: [] }
  } catch {
    // A storage that fails is told of where the roles are read.
    return { pinned: [], folded: [] }
  }
}

/** The names with `name` at their end, or without it where they have it. */
export function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter(other => other !== name) : [...names, name]
}

function isMenuLayout(stored: unknown): stored is MenuLayout {
  if (typeof stored !== 'object' || stored === null) return false
  const { pinned, folded } = stored as Partial<Record<keyof MenuLayout, unknown>>
  return [pinned, folded].every(
    names => Array.isArray(names) && names.every(name => typeof name === 'string'),
  )
}
