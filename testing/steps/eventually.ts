import { expect } from '../browser-test'

/** Asks again until the assertion holds. Fails with its last error after the time set in playwright.config.ts. */
export async function eventually(assertion: () => Promise<void>): Promise<void> {
  await expect(assertion).toPass()
}
