import { sessionListPatterns } from '../aws/partitions'
import { hasOrigins } from '../browser/permissions'
import { type CookieJar, isApart } from '../lib/cookie-jar'
import { type ListedSession, parseSessionList } from './session-list'

/** How long the sign-in host may take to answer, in milliseconds. */
const answerTimeoutMs = 3_000
/** Maximum length of an answer, in characters: AWS keeps five sessions. */
const maxAnswerLength = 100_000

/**
 * Asks a sign-in host for the open sessions, if the user allows that. The browser sends the host's own cookies along, and
 * Rolecall sees only the answer. Undefined if the user doesn't allow it, for a private window or a container, whose cookies the
 * browser wouldn't send, and if the host answers anything else. Never rejects. Source: docs/console.md, “The list of
 * sessions”.
 */
export async function askSessionList(
  signInHost: string,
  jar: CookieJar,
): Promise<readonly ListedSession[] | undefined> {
  try {
    if (isApart(jar) || !(await hasOrigins(...sessionListPatterns))) return undefined
    const answer = await fetch(`https://${signInHost}/sessions/v1/list`, {
      credentials: 'include',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(answerTimeoutMs),
    })
    const text = answer.ok ? await answer.text() : ''
    return text.length > maxAnswerLength ? undefined : parseSessionList(text, Date.now())
  } catch {
    // Offline, signed out, or another answer than a page may read: nothing is known.
    return undefined
  }
}
