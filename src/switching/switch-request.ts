import { redirectOnHost, redirectUrl } from '../aws/redirect'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { unturned } from '../lib/bidi'

/** What the console page has to post. Plain data; the page adds its own CSRF token to a classic request. */
export type SwitchRequest =
  | {
      readonly kind: 'classic'
      /** Where to post it: the first URL that the page's policy allows. */
      readonly urls: readonly string[]
      readonly fields: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'multi-session'
      /** Where to post it: the first URL that the page's policy allows. */
      readonly urls: readonly string[]
      /** Whether to try the next URL if one doesn't grant the switch: only one of the hosts knows the session. */
      readonly tryAll: boolean
      readonly body: Readonly<Record<string, string>>
    }

/** Shown for profiles without a `color`; AWS requires one. */
const consoleDefaultColor = 'aaaaaa'

/** AWS responds with 400 to a `displayName` of 65 characters. Source: docs/console.md, “Limits”. */
const maxDisplayNameLength = 64

/**
 * Returns the request that the console itself sends for this switch, from the page at `pageUrl`. The session's sign-in host
 * was checked when the session was read. Source of both forms: docs/console.md.
 */
export function switchRequest(role: Role, session: Session, pageUrl: string): SwitchRequest {
  const { partition, mode } = session
  const shown = {
    account: role.account,
    roleName: role.roleName,
    color: role.color ?? consoleDefaultColor,
    displayName: shownName(role.name),
  }
  if (mode.kind === 'multi-session') {
    return {
      kind: 'multi-session',
      urls: hostsOf(session).map(host => `https://${host}/sessions/${mode.differentiator}/v1/switchrole`),
      tryAll: session.isSignInGuessed === true,
      body: { ...shown, redirectUri: redirectUrl(pageUrl, partition, role) },
    }
  }
  return {
    kind: 'classic',
    urls: classicUrls(session),
    fields: {
      mfaNeeded: '0',
      action: 'switchFromBasis',
      src: 'nav',
      ...shown,
      redirect_uri: encodeURIComponent(redirectOnHost(pageUrl, partition, role)),
    },
  }
}

/**
 * Returns the request that takes the console from a role back to the signed-in account. Classic mode only: in multi-session
 * mode each session keeps a tab of its own. Source: docs/console.md, “Classic switch”.
 */
export function switchBackRequest(session: Session, pageUrl: string): SwitchRequest {
  const { partition, base } = session
  return {
    kind: 'classic',
    urls: classicUrls(session),
    fields: {
      action: 'switchToBasis',
      src: 'nav',
      redirect_uri: encodeURIComponent(redirectOnHost(pageUrl, partition, { account: base.id })),
    },
  }
}

function classicUrls(session: Session): readonly string[] {
  return hostsOf(session).map(host => `https://${host}/switchrole`)
}

function hostsOf({ signInHost, otherSignInHosts = [] }: Session): readonly string[] {
  return [signInHost, ...otherSignInHosts]
}

/**
 * Returns a profile's name in the form that AWS accepts: without characters that could reorder the console's own text,
 * without lone surrogates, and cut at a whole code point.
 */
export function shownName(name: string): string {
  return unturned(name)
    .slice(0, maxDisplayNameLength)
    .replace(/[\uD800-\uDBFF]$/, '')
}
