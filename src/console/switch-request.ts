import { unturned } from '../roles/isolated'
import type { Role } from '../roles/role'
import { redirectUrl } from './redirect'
import type { Session } from './session'

/** What the console page is asked to post. Plain data; the page adds its own CSRF token to a classic one. */
export type SwitchRequest =
  | {
      readonly kind: 'classic'
      readonly url: string
      readonly fields: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'multi-session'
      readonly url: string
      readonly body: Readonly<Record<string, string>>
    }

/** Shown for profiles without a `color`; AWS wants one. */
const defaultColor = 'aaaaaa'

/** AWS answers 400 to a `displayName` of 65 characters. Source: docs/console.md, “Limits”. */
const displayNameLimit = 64

/**
 * The request that the console itself sends for this switch, from the page at `pageUrl`. The session's
 * sign-in host was checked when the session was read. Source of both forms: docs/console.md.
 */
export function switchRequest(role: Role, session: Session, pageUrl: string): SwitchRequest {
  const redirect = redirectUrl(pageUrl, session.partition, role.region)
  const shown = {
    account: role.account,
    roleName: role.roleName,
    color: role.color ?? defaultColor,
    displayName: shownName(role.name),
  }
  if (session.mode.kind === 'multi-session') {
    return {
      kind: 'multi-session',
      url: `https://${session.signInHost}/sessions/${session.mode.differentiator}/v1/switchrole`,
      body: { ...shown, redirectUri: redirect },
    }
  }
  return {
    kind: 'classic',
    url: `https://${session.signInHost}/switchrole`,
    fields: {
      mfaNeeded: '0',
      action: 'switchFromBasis',
      src: 'nav',
      ...shown,
      redirect_uri: encodeURIComponent(redirect),
    },
  }
}

/**
 * The request by which the console goes back from a role to the account that was signed in to. Classic mode only: in
 * multi-session mode each session keeps a tab of its own. Source: docs/console.md, “Classic switch”.
 */
export function switchBackRequest({ signInHost, partition }: Session, pageUrl: string): SwitchRequest {
  return {
    kind: 'classic',
    url: `https://${signInHost}/switchrole`,
    fields: {
      action: 'switchToBasis',
      src: 'nav',
      redirect_uri: encodeURIComponent(redirectUrl(pageUrl, partition)),
    },
  }
}

/** A profile's name as AWS takes it, without what could turn the console's own text, cut at a whole code point: a surrogate without its other half is left out. */
export function shownName(name: string): string {
  return unturned(name)
    .slice(0, displayNameLimit)
    .replace(/[\uD800-\uDBFF]$/, '')
}
