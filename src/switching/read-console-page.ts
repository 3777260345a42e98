import { readPage } from '../aws/page/read-page'
import type { PageFacts } from '../aws/page-facts'
import { runInPage } from '../browser/page-scripts'
import type { Tab } from '../browser/tabs'
import { within } from '../browser/timeout'
import { errorText } from '../lib/error-text'

/**
 * Returns what the page in the tab says about its session, or why the browser doesn't let us ask. `asked` is the answer, if
 * the page has been asked already.
 */
export async function readConsolePage(
  tab: Pick<Tab, 'id'>,
  asked: Promise<PageFacts | undefined> = runInPage(tab, readPage),
): Promise<{ readonly facts: PageFacts } | { readonly noAccess: string }> {
  try {
    // A page can keep the browser from ever answering.
    return { facts: (await within(asked)) ?? {} }
  } catch (error) {
    return { noAccess: errorText(error) }
  }
}
