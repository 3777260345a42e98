import { secretItem } from '../browser/sealed-item'
import { isRefreshMinutes } from '../config/parse/refresh-minutes'

/** Where and how the team list is fetched. It stays in this browser: a header may be a secret. */
export interface TeamSource {
  readonly url: string
  /** Headers sent with each request, such as a token. */
  readonly headers: readonly Header[]
  /** Whether the server gets the browser's cookies for it. */
  readonly cookies: boolean
  /** Whether a change waits for the user's approval. */
  readonly approve: boolean
  /** Minutes between refreshes, unless the user leaves them to the team. */
  readonly refresh?: number
}

export type Header = readonly [name: string, value: string]

/** The team source; undefined if there is none. */
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

/** Whether it has the form of a header: two strings. Doesn't check whether a server accepts them as name and value. */
export function isHeader(stored: unknown): stored is Header {
  return Array.isArray(stored) && stored.length === 2 && stored.every(part => typeof part === 'string')
}
