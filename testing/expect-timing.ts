/**
 * How long an assertion is retried and a condition awaited, in milliseconds. A test that passes doesn't wait so long, except
 * on a machine that is busy with something else.
 */
export const expectTimeoutMs = 20_000

/** The pause between two tries, in milliseconds. */
export const expectPauseMs = 50
