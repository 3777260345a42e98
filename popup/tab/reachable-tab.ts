import { readSession } from '../../src/aws/read-session'
import { after } from '../../src/lib/after'
import { idOf, type OpenSession } from '../../src/sessions/known-sessions'
import { readConsolePage } from '../../src/switching/read-console-page'

/** How long the base session's tab may take to answer, in milliseconds: a sleeping tab never does. */
const baseTabTimeoutMs = 500

/**
 * Returns the tab of the session, if the extension may run in it and it still shows that session: AWS may require that a
 * session's request comes from its own tab. Source: docs/console.md, “Multi-session switch”.
 */
export async function reachableTab({
  id,
  tab,
  session,
}: OpenSession): Promise<{ readonly id: number } | undefined> {
  if (tab === undefined) return undefined
  const page = await Promise.race([readConsolePage({ id: tab }), after(baseTabTimeoutMs)])
  if (!page || 'noAccess' in page) return undefined
  const read = readSession(page.facts, { partition: session.partition, family: 'first' })
  return 'session' in read && idOf(read.session) === id ? { id: tab } : undefined
}
