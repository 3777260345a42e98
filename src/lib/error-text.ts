/** Returns a browser error's message, for the user to pass on. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
