/** The signs that override, embed or isolate a direction of writing, and end that again. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g
/** Those of them that a text which is isolated already has no need of. */
const otherTurns = /[\u202a-\u202e\u2066\u2067]/g
const openIsolate = '\u2068'
const closeIsolate = '\u2069'
const mayTurn =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A text that somebody else has written, such as a profile's name, without the signs by which it could turn what stands
 * around it: with one of them the digits of an account can be made to be shown backwards. Each is shown as `�` instead.
 */
export function unturned(text: string): string {
  return text.replace(turns, '\uFFFD')
}

/**
 * Such a text to be put into a sentence, which then keeps its order, also where the text is in a script that is written
 * from right to left. What is made of such texts may be given again. Source: Unicode Standard Annex 9, “Isolates”.
 */
export function isolated(text: string): string {
  if (!mayTurn.test(text)) return text
  const inner = isBalanced(text) ? text.replace(otherTurns, '\uFFFD') : unturned(text)
  return `${openIsolate}${inner}${closeIsolate}`
}

/** Whether each isolate in the text ends in it, and none that it doesn't open. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(/[\u2068\u2069]/g)) {
    depth += sign === closeIsolate ? -1 : 1
    if (depth < 0) return false
  }
  return depth === 0
}
