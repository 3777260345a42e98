import { type Browser, newSessionId } from './browsers'
import type { SignInHost } from './hosts'
import { type DemoRequest, json, plain, type Reply, type World } from './http'
import { baseName } from './role'
import { signInArn } from './sign-in'

/**
 * Answers which sessions are open, to the browser that has them. Without CORS headers, so that no page of another host can
 * read it. See docs/console.md, “The list of sessions”.
 */
export function sessionList(
  { partition }: SignInHost,
  { browser }: DemoRequest,
  { behavior: { sessionList: behavior } }: World,
): Reply {
  if (!browser || behavior.how === 'refuses') return json(401, { message: 'Unauthorized' })
  if (behavior.how === 'hangs') return { kind: 'hang' }
  if (behavior.how === 'page') return plain(200, 'Sign in to continue.')
  const end = Date.now() + behavior.minutes * 60_000
  const time = (milliseconds: number) =>
    behavior.unit === 'seconds' ? Math.round(milliseconds / 1_000) : milliseconds
  const listed = behavior.how === 'lists' ? [...browser.sessions.values()] : others(browser)
  return json(200, {
    sessions: listed.map(({ id, signIn, role }) => ({
      differentiator: id,
      principal_arn: role
        ? `arn:${partition}:sts::${role.account.id}:assumed-role/${baseName(role.name)}/${'name' in signIn.user ? signIn.user.name : 'root'}`
        : signInArn(signIn),
      expiry: time(end),
      auth_time: time(end - 3_600_000),
      account_alias: '',
    })),
  })
}

/** Sessions that this browser doesn't have. */
function others({ sessions }: Browser) {
  return [...sessions.values()].map(one => ({ ...one, id: newSessionId(one.id.slice(0, 12), 8) }))
}
