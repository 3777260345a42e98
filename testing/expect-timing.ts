/** How long an assertion is retried, in milliseconds. */
export const expectTimeoutMs = 10_000

/** The pause between two tries, in milliseconds. */
export const expectPauseMs = 50
