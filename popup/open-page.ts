import { openBeside, openInWindow } from '../src/browser/open-tab'
import type { Tab } from '../src/browser/tabs'
import { errorText } from '../src/lib/error-text'
import type { Ending } from './ending-of'
import type { OpenMode } from './keys'

/** Opens a page behind the menu's tab: in a new tab next to it, or in a new window. */
export async function openPage(tab: Tab, url: string, how: OpenMode): Promise<Ending> {
  try {
    return { kind: 'done', tab: await (how === 'window' ? openInWindow(tab, url) : openBeside(tab, url)) }
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
