/** As much as `page/read-page.ts` takes of a fact, in UTF-16 units. */
const maxFactLength = 16_384

/** `{ [key]: value }` without the space around it where the value is text and not empty, else `{}`. */
export function text<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  const trimmed = typeof value === 'string' ? value.slice(0, maxFactLength).trim() : ''
  return trimmed === '' ? {} : ({ [key]: trimmed } as { [K in Key]?: string })
}
