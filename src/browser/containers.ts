import { browser } from './api'

/** Whether this is Firefox, the only browser with containers. */
export const hasContainers = browser.runtime.getURL('').startsWith('moz-extension:')
