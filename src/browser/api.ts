import type { Browser } from 'webextension-polyfill'

/**
 * The browser's own functions: `browser` in Firefox, `chrome` in Chromium. In Manifest V3 both give promises, so the
 * popup need not load a polyfill; only its types are used, which describe Firefox. What differs is said where it is used.
 */
export const browser = ((globalThis as { browser?: Browser }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as Browser

// Before anything else: Chromium lets content scripts read every storage area until it is told not to, and forgets that
// when it ends. Firefox has no such function, and a worker no storage.
for (const area of Object.values(browser?.storage ?? {}) as readonly Lockable[])
  area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => {})

interface Lockable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}
