/**
 * How long an assertion is retried and a condition awaited, in milliseconds. A passing test rarely waits this long, except on
 * a busy machine.
 */
export const expectTimeoutMs = 20_000

/** The pause between two tries, in milliseconds. */
export const expectPauseMs = 50
