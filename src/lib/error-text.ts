/** What a browser's own error says, for the user to pass on. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
