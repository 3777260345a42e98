import browser from 'webextension-polyfill'

/**
 * The browser's own functions, with promises in every browser. In Firefox and in Chromium since 144 it is `browser` itself; in
 * older Chromium the polyfill makes it of `chrome`. A listener of messages is never `async`: Chromium takes the promise of one
 * that has nothing to say for the answer.
 */
export { browser }

// Before anything else: Chromium lets content scripts read every storage area until it is told not to, and forgets that
// when it ends. Firefox has no such function.
for (const area of Object.values(browser.storage) as readonly Lockable[])
  area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => {})

interface Lockable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}
