/** The most that `page/read-page.ts` copies of a fact, in UTF-16 units. */
const maxFactLength = 16_384

/** Returns `{ [key]: value.trim() }` if `value` is a non-empty string, else `{}`. */
export function text<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  const trimmed = typeof value === 'string' ? value.slice(0, maxFactLength).trim() : ''
  return trimmed === '' ? {} : ({ [key]: trimmed } as { [K in Key]?: string })
}
