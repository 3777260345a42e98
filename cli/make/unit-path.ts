import type { AccountFacts, Facts } from './facts'

/**
 * Returns the names of an account's units, from the one below the root to its own: from the table that the account is from,
 * or by going up from unit to unit. A unit whose name isn't known has its id. Empty for an account in the root.
 */
export function unitPath({ path, parent }: AccountFacts, { units }: Pick<Facts, 'units'>): readonly string[] {
  if (path) return path
  const names: string[] = []
  const seen = new Set<string>()
  for (let id = parent; id?.startsWith('ou-') && !seen.has(id); id = units.get(id)?.parent) {
    seen.add(id)
    names.unshift(units.get(id)?.name ?? id)
  }
  return names
}
