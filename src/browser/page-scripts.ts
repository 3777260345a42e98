import { browser } from './api'
import { type PageAnswer, pageInjection } from './own-api'
import type { Tab } from './tabs'

/**
 * Runs a self-contained function in the page's own world and returns its result; undefined if the page is left meanwhile, or
 * if the result can't be copied. Rejects if the browser denies access, or if the function throws.
 */
export async function runInPage<Args extends unknown[], Result>(
  tab: Pick<Tab, 'id'>,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result> | undefined> {
  return resultIn<Result>(await runForAnswer(tab, func, ...args))
}

/** Like `runInPage`, but returns the browser's answer as it is. */
export function runForAnswer<Args extends unknown[]>(
  tab: Pick<Tab, 'id'>,
  func: (...args: Args) => unknown,
  ...args: Args
): Promise<PageAnswer> {
  return browser.scripting.executeScript(pageInjection(tab.id, func, ...args))
}

/** Returns the function's result. Throws its error. */
export function resultIn<Result>([injection]: PageAnswer): Awaited<Result> | undefined {
  if (injection?.error) throw injection.error
  return injection?.result as Awaited<Result> | undefined
}

/**
 * Whether an error from `scripting` means that an administrator's policy closes the page to extensions. Source: Chromium,
 * `extensions/common/constants.h`, `kPolicyBlockedScripting`.
 */
export function isClosedByPolicy(message: string): boolean {
  return /ExtensionsSettings policy/i.test(message)
}

/**
 * Whether an error from `scripting` may mean the same in Firefox, which has no message of its own for it. For a page whose
 * URL Firefox revealed after a click, it means `restricted_domains` or one of its error pages. Tested by
 * `e2e/team/policy.spec.ts` and `e2e/appearance/accessible-menu.spec.ts`.
 */
export function isClosedPage(message: string): boolean {
  return /^Missing host permission for the tab/.test(message)
}
