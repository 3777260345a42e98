/** Returns the lengths of two texts' common prefix and, after that, common suffix. Linear. */
export function commonEnds(one: string, other: string): { readonly before: number; readonly after: number } {
  const most = Math.min(one.length, other.length)
  let before = 0
  while (before < most && one.charCodeAt(before) === other.charCodeAt(before)) before++
  let after = 0
  while (
    after < most - before &&
    one.charCodeAt(one.length - 1 - after) === other.charCodeAt(other.length - 1 - after)
  ) {
    after++
  }
  return { before, after }
}
