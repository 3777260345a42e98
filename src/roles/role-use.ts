import type { Habits } from './order'

/** How often and when a role was switched to. */
export interface RoleUse {
  /** The name of its profile. */
  readonly name: string
  /** Usage score at `last`: +1 per use, with a half-life of 14 days. */
  readonly score: number
  /** The last time, in milliseconds since 1970. */
  readonly last: number
}

const scoreHalfLifeMs = 14 * 24 * 60 * 60 * 1000
/** The maximum number of entries kept. */
const maxUsesKept = 100

/** Adds a use at `now` and moves it to the front; each name once, dropping the oldest. */
export function withUse(uses: readonly RoleUse[], name: string, now: number): readonly RoleUse[] {
  // Uses that a wrong clock recorded in the future would never decay.
  const past = uses.map(use => (use.last > now ? { ...use, last: now } : use))
  const before = past.find(use => use.name === name)
  const others = past.filter(use => use !== before)
  const score = 1 + (before ? worth(before, now) : 0)
  return [{ name, score, last: now }, ...others].slice(0, maxUsesKept)
}

/** Returns the habits that roles are sorted by, including the pinned names. */
export function habitsOf(uses: readonly RoleUse[], pinned: readonly string[]): Habits {
  return { recent: recentNames(uses), frequent: frequentNames(uses, Date.now()), pinned }
}

/** Returns the names, most recent first. */
export function recentNames(uses: readonly RoleUse[]): readonly string[] {
  return uses.map(({ name }) => name)
}

/** Returns the names, most frequently and recently used first. */
export function frequentNames(uses: readonly RoleUse[], now: number): readonly string[] {
  return [...uses].sort((one, other) => worth(other, now) - worth(one, now)).map(({ name }) => name)
}

function worth({ score, last }: RoleUse, now: number): number {
  return score * 2 ** (-Math.max(0, now - last) / scoreHalfLifeMs)
}
