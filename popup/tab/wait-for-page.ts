import { readOpenSessions } from '../../src/sessions/stored-sessions'
import { asRead, sessionsBeside } from '../load'
import type { Facts } from '../menu-data'
import { awaitSession } from './await-session'
import type { BlockedTab } from './console-tab'

/** Waits until a page that is still loading has said who is signed in, or won't, and returns what is known then. */
export async function waitForPage(
  page: BlockedTab,
  signal: AbortSignal,
): Promise<Partial<Pick<Facts, 'consoleTab' | 'blockedTab' | 'sessions'>>> {
  const { reading, ...where } = await awaitSession(page, signal)
  // The tab's own address may still be a link to the page in a role.
  const url =
    page.linked === undefined
      ? where.url
      : (await import('../../src/roles/role-link')).withoutRoleLink(where.url)
  const read = asRead({ ...page, ...where, url }, reading)
  return 'session' in read
    ? { consoleTab: read, sessions: sessionsBeside(read, await readOpenSessions()) }
    : { blockedTab: read }
}
