import type { Browser, Scripting } from 'webextension-polyfill'

/** What the menu's first script asks for. Both browsers' own functions return promises. */
interface OwnApi {
  readonly tabs: Pick<Browser['tabs'], 'query'>
  readonly scripting: Pick<Browser['scripting'], 'executeScript'>
  readonly storage: Record<'local' | 'session', Pick<Browser['storage']['local'], 'get'>>
}

const globals = globalThis as { readonly browser?: OwnApi; readonly chrome?: OwnApi }

/**
 * The browser's API without the polyfill of `api.ts`, for the menu's first script: the browser should be at work on its
 * answers while the polyfill and everything else is still being loaded.
 */
export const ownApi = (globals.browser ?? globals.chrome) as OwnApi

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
