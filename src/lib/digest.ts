/**
 * Returns a digest of the plain data that a user's decision is about. A page sends it back with the decision, which is
 * refused if the digest has changed by then.
 */
export async function digestOf(data: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(data))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Thrown if the subject of a decision has changed since it was shown, so that nothing was done. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhile'

  constructor() {
    super('What this was about has changed meanwhile.')
  }
}
