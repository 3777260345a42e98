import { secretItem } from '../browser/secret-item'
import { isRefreshMinutes } from '../config/parse/refresh-minutes'

/** Where the team's configuration is fetched from, and how. It stays in this browser: a header may be a secret. */
export interface TeamSource {
  readonly url: string
  /** Sent along with each request, as a token is. */
  readonly headers: readonly Header[]
  /** Whether the server gets the cookies that the browser has for it. */
  readonly cookies: boolean
  /** Whether a change waits until the user has approved it. */
  readonly approve: boolean
  /** Minutes from one refresh to the next, where the user doesn't leave them to the team. */
  readonly refresh?: number
}

export type Header = readonly [name: string, value: string]

/** The team's source; undefined where there is none. */
export const teamSourceItem = secretItem<TeamSource | undefined>(
  {
    key: 'teamSource',
    area: 'local',
    version: 1,
    default: undefined,
    check: stored => (isTeamSource(stored) ? stored : undefined),
  },
  { get: source => source?.headers, set: (source, headers) => source && { ...source, headers } },
)

function isTeamSource(stored: unknown): stored is TeamSource {
  if (typeof stored !== 'object' || stored === null) return false
  const { url, headers, cookies, approve, refresh } = stored as Partial<Record<keyof TeamSource, unknown>>
  return (
    typeof url === 'string' &&
    Array.isArray(headers) &&
    headers.every(isHeader) &&
    typeof cookies === 'boolean' &&
    typeof approve === 'boolean' &&
    (refresh === undefined || isRefreshMinutes(refresh))
  )
}

/** Whether it has the form of a header: two texts. Whether a server takes them as name and value isn't looked at. */
export function isHeader(stored: unknown): stored is Header {
  return Array.isArray(stored) && stored.length === 2 && stored.every(part => typeof part === 'string')
}
