import type { Browser } from 'webextension-polyfill'

/**
 * The browser's own functions: `browser` in Firefox, `chrome` in Chromium. In Manifest V3 both give promises, so the
 * popup need not load a polyfill; only its types are used, which describe Firefox. What differs is said where it is used.
 */
export const browser = ((globalThis as { browser?: Browser }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as Browser
