import type { Habits } from './order'

/** How often and when a role was switched to. */
export interface Use {
  /** The name of its profile. */
  readonly name: string
  /** One for each time, which halves in a fortnight. As of `last`. */
  readonly score: number
  /** The last time, in milliseconds since 1970. */
  readonly last: number
}

const halfLife = 14 * 24 * 60 * 60 * 1000
/** As many as anyone looks for. */
const maxUsesKept = 100

/** The uses with one more, at `now`; the last one first, each name once, the oldest forgotten. */
export function withUse(uses: readonly Use[], name: string, now: number): readonly Use[] {
  // What a clock that was wrong has counted in the future would never halve.
  const past = uses.map(use => (use.last > now ? { ...use, last: now } : use))
  const before = past.find(use => use.name === name)
  const others = past.filter(use => use !== before)
  const score = 1 + (before ? worth(before, now) : 0)
  return [{ name, score, last: now }, ...others].slice(0, maxUsesKept)
}

/** By what roles are put in order, with the names of those that are pinned. */
export function habitsOf(uses: readonly Use[], pinned: readonly string[]): Habits {
  return { recent: recentNames(uses), frequent: frequentNames(uses, Date.now()), pinned }
}

/** The names, the last one first. */
export function recentNames(uses: readonly Use[]): readonly string[] {
  return uses.map(({ name }) => name)
}

/** The names, those that were used most and lately first. */
export function frequentNames(uses: readonly Use[], now: number): readonly string[] {
  return [...uses].sort((one, other) => worth(other, now) - worth(one, now)).map(({ name }) => name)
}

function worth({ score, last }: Use, now: number): number {
  return score * 2 ** (-Math.max(0, now - last) / halfLife)
}
