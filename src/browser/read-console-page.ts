import { readPage } from '../console/page/read-page'
import type { PageFacts } from '../console/page-facts'
import { errorText } from './error-text'
import { runInPage } from './run-in-page'
import type { Tab } from './tabs'
import { within } from './within'

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
