import type { Role } from '../config/resolve/role'
import { filledRequestUrl } from '../lib/request-url'

/** A page where access to a role is requested. */
export interface RequestLink {
  readonly url: string
  /** Shown before it opens: a team's list may have set it. */
  readonly host: string
}

/** Returns where to ask for access to a role, if its profile says so. */
export function requestLink(role: Role): RequestLink | undefined {
  const { requestUrl, account, roleName, name, region = '' } = role
  const url =
    requestUrl === undefined
      ? undefined
      : filledRequestUrl(requestUrl, { account, role: roleName, profile: name, region })
  return url === undefined ? undefined : { url, host: new URL(url).host }
}
