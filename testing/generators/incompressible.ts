/** Returns the text, followed by comments that no codec can shorten. */
export function incompressible(start: string, length: number): string {
  let [text, state] = [start, 1]
  while (text.length < length) {
    text += '# '
    for (let index = 0; index < 60; index++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      text += String.fromCharCode(0x21 + ((state >>> 16) % 94))
    }
    text += '\n'
  }
  return text
}
