import type { Numbers } from './byte-stream'

/** A text without its account ids, and the ids in their order. */
export interface WithoutAccountIds {
  readonly rest: string
  readonly ids: Numbers
}

/** Replaces each account id in the rest. */
const placeholder = '\0'

/** Represents, among the ids, a mark that the text itself has. It has 13 digits, so it isn't an account id. */
const ownPlaceholder = 10 ** 12

/** Takes every twelve digits in a row out of a text, and leaves a mark (U+0000) in their place. */
export function takeAccountIds(text: string): WithoutAccountIds {
  const ids: number[] = []
  const rest = text.replace(/\d{12}|\0/g, found => {
    ids.push(found === placeholder ? ownPlaceholder : Number(found))
    return placeholder
  })
  return { rest, ids }
}

/**
 * Returns the text that `takeAccountIds` was given.
 * @throws a RangeError if an id is missing.
 */
export function putAccountIds({ rest, ids }: WithoutAccountIds): string {
  let next = 0
  return rest.replaceAll(placeholder, () => {
    const id = ids[next++]
    if (id === undefined) throw new RangeError('An account id is missing.')
    return id === ownPlaceholder ? placeholder : String(id).padStart(12, '0')
  })
}
