import { type ItemsRead, storedItem, valueIn } from '../browser/stored-item'

/** How the user has arranged the menu, in this browser. */
export interface MenuLayout {
  /** Names of the pinned roles, in their order. */
  readonly pinned: readonly string[]
  /** Groups that are collapsed. */
  readonly folded: readonly string[]
}

export const menuLayoutItem = storedItem<MenuLayout>({
  key: 'menuLayout',
  area: 'local',
  version: 1,
  default: { pinned: [], folded: [] },
  check: stored => (isMenuLayout(stored) ? stored : undefined),
})

/** Returns the layout, from `read` if given; the initial one if it can't be read. */
export async function readMenuLayout(read?: ItemsRead): Promise<MenuLayout> {
  try {
    return valueIn(await menuLayoutItem.get(read)) ?? { pinned: [], folded: [] }
  } catch {
    // A storage failure is reported where the roles are read.
    return { pinned: [], folded: [] }
  }
}

/** Returns the names with `name` appended, or without it if they include it. */
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
