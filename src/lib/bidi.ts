/** Characters that override, embed or isolate a writing direction, or end that. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g
/** Those that an isolated text doesn't need. */
const otherTurns = /[\u202a-\u202e\u2066\u2067]/g
const openIsolate = '\u2068'
const closeIsolate = '\u2069'
const mayTurn =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Makes someone else's text, such as a profile's name, unable to change the direction of the text around it. For instance,
 * such a character could make an account's digits appear backwards. Each becomes `�`.
 */
export function unturned(text: string): string {
  return text.replace(turns, '\uFFFD')
}

/**
 * Isolates such a text for use in a sentence, which then keeps its order even if the text is in a right-to-left script. The
 * result may be passed in again. Source: Unicode Standard Annex 9, “Isolates”.
 */
export function isolated(text: string): string {
  if (!mayTurn.test(text)) return text
  const inner = isBalanced(text) ? text.replace(otherTurns, '\uFFFD') : unturned(text)
  return `${openIsolate}${inner}${closeIsolate}`
}

/** Whether all isolates in the text are closed, and it closes no others. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(/[\u2068\u2069]/g)) {
    depth += sign === closeIsolate ? -1 : 1
    if (depth < 0) return false
  }
  return depth === 0
}
