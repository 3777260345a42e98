import type { Browser } from 'webextension-polyfill'

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
