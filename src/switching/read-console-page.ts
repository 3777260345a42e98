import { readPage } from '../aws/page/read-page'
import type { PageFacts } from '../aws/page-facts'
import { runInPage } from '../browser/page-scripts'
import type { Tab } from '../browser/tabs'
import { within } from '../browser/timeout'
import { errorText } from '../lib/error-text'

/** What the page in the tab says of its session, or why the browser does not let us ask. */
export async function readConsolePage(
  tab: Pick<Tab, 'id'>,
): Promise<{ readonly facts: PageFacts } | { readonly noAccess: string }> {
  try {
    // A page can keep the browser from ever answering.
    return { facts: (await within(runInPage(tab, readPage))) ?? {} }
  } catch (error) {
    return { noAccess: errorText(error) }
  }
}
