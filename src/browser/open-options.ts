import { browser } from './api'
import { openOptions, openPage } from './tabs'

/**
 * Opens the options page at a place, such as `#menu/order`, or switches to it there if it is open. Load it with `import()`
 * in the menu, which needs it only then.
 */
export async function openOptionsAt(hash: string): Promise<void> {
  const page = new URL(browser.runtime.getURL('options/index.html'))
  const [open] = browser.extension
    .getViews({ type: 'tab' })
    .filter(({ location }) => location.pathname === page.pathname)
  if (!open) return openPage(page.href + hash)
  open.location.hash = hash
  await openOptions()
}
