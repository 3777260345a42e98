/** Stands for an account id in the text. */
const placeholder = '\u0001'
/** Goes before the four hexadecimal digits of a character that could not stand there as it is. */
const escapeMark = '\u0002'

/** A text without its account ids, and those in order. */
export interface WithoutIds {
  readonly text: string
  readonly ids: readonly number[]
}

/**
 * Takes the account ids out of a text: twelve random digits, which no compression makes shorter than the five bytes of their
 * number, and which stand in the way of what is alike around them. Lone surrogates, which UTF-8 doesn't have, are escaped.
 */
export function withoutAccountIds(text: string): WithoutIds {
  const ids: number[] = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are our own marks.
  const rest = text.replace(/(?<!\d)\d{12}(?!\d)|[\u0001\u0002]|\p{Surrogate}/gu, found => {
    if (found.length === 1) return escapeMark + found.charCodeAt(0).toString(16).padStart(4, '0')
    ids.push(Number(found))
    return placeholder
  })
  return { text: rest, ids }
}

/** The text that `withoutAccountIds` was given. Throws where marks and ids don't fit together. */
export function withAccountIds({ text, ids }: WithoutIds): string {
  let used = 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are our own marks.
  const whole = text.replace(/\u0001|\u0002(.{0,4})/gs, (_, code: string | undefined) => {
    if (code === undefined) return String(ids[used++] ?? fail()).padStart(12, '0')
    return /^[0-9a-f]{4}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : fail()
  })
  return used === ids.length ? whole : fail()
}

function fail(): never {
  throw new Error('The account ids do not fit the text.')
}
