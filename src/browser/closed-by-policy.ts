/**
 * Whether an error of `scripting` says that an administrator's policy closes the page to extensions. Chromium has words of its
 * own for it. Firefox hasn't: but if it told the tab's URL (`knowsUrl`), the press let us in, so it is `restricted_domains`
 * that keeps us out. Sources: Chromium, `extensions/common/constants.h`, `kPolicyBlockedScripting`; tried in both browsers by
 * `e2e/policy.spec.ts`.
 */
export function isClosedByPolicy(message: string, { knowsUrl }: { readonly knowsUrl: boolean }): boolean {
  return (
    /ExtensionsSettings policy/i.test(message) ||
    (knowsUrl && /^Missing host permission for the tab/.test(message))
  )
}
