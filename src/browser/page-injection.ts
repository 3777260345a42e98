import type { Scripting } from 'webextension-polyfill'

/** What the browser answers to an injection, by frame. */
export type PageAnswer = readonly Scripting.InjectionResult[]

/** Describes, for `scripting.executeScript`, the run of a self-contained function in the world of the tab's page. */
export function pageInjection<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  ...args: Args
): Scripting.ScriptInjection {
  return {
    target: { tabId },
    world: 'MAIN',
    // Otherwise the browser waits until a loading page is idle.
    injectImmediately: true,
    func: func as (...args: unknown[]) => unknown,
    args,
  }
}
