import { browser } from './api'

/** The match patterns of all hosts that the extension has access to. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? []
}
