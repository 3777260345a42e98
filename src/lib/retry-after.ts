/**
 * Returns how long a `Retry-After` header asks to wait, in milliseconds from `now`, which is in milliseconds since 1970. The
 * header holds seconds or a date. Undefined if there is none or it can't be read. Source: RFC 9110, section 10.2.3.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const written = header?.trim() ?? ''
  if (/^\d{1,10}$/.test(written)) return Number(written) * 1_000
  const date = /^[A-Z][a-z]+,? /.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
