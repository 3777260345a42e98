/**
 * Whether an error of `scripting` says that an administrator's policy closes the page to extensions. Source: Chromium,
 * `extensions/common/constants.h`, `kPolicyBlockedScripting`.
 */
export function isClosedByPolicy(message: string): boolean {
  return /ExtensionsSettings policy/i.test(message)
}

/**
 * Whether an error of `scripting` may mean the same in Firefox, which has no words of its own for it: of a page whose URL it
 * told after a press, it means `restricted_domains`, or a page of its own about an error. Tried by `e2e/policy.spec.ts` and
 * `e2e/accessible-menu.spec.ts`.
 */
export function isClosedPage(message: string): boolean {
  return /^Missing host permission for the tab/.test(message)
}
