/** Whether a text is an account's 12 digits. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text)
}
