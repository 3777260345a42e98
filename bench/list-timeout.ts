/** How long a page may take with a large list on a busy machine, in milliseconds. */
export const listTimeoutMs = 60_000
