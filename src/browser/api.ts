import browser from 'webextension-polyfill'

/**
 * The browser's own API, with promises in every browser. In Firefox, and in Chromium since 144, it is `browser` itself; in
 * older Chromium the polyfill wraps `chrome`. Message listeners are never `async`: Chromium takes any returned promise as
 * the answer, even from a listener that has none.
 */
export { browser }

// Must run first: Chromium lets content scripts read every storage area until told otherwise, and forgets the setting when
// it exits. Firefox has no such function.
for (const area of Object.values(browser.storage) as readonly Lockable[])
  area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => {})

interface Lockable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}
