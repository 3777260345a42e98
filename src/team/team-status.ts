import { storedItem } from '../browser/stored-item'
import type { TeamComparison } from './compare-team'
import type { GatherFailure } from './gather-team'

/** The status of the team list. Times in milliseconds since 1970. */
export interface TeamStatus {
  readonly url: string
  /** When the server last sent the files in use, or said that they are still the same; undefined before that. */
  readonly fetched?: number
  /** Number of roles in the files. */
  readonly roles: number
  /** When they are next requested. */
  readonly next: number
  /** Minutes between refreshes, if the team sets them. */
  readonly refresh?: number
  /** Number of failures in a row, and the last one. */
  readonly failures: number
  readonly failure?: FailedRefresh
  /** Changes since the user last reviewed them, including those of waiting files; absent if there are none. */
  readonly change?: TeamComparison
  /** Digest of the change that the user approves or has seen. */
  readonly about?: string
}

export interface FailedRefresh {
  readonly time: number
  /** URL of the file that failed. */
  readonly url: string
  readonly reason:
    | GatherFailure
    | { readonly kind: 'no-permission' }
    /** The browser's storage is full; its message. */
    | { readonly kind: 'not-stored'; readonly message: string }
}

/** The status; undefined if there is no team list, or nothing has been requested yet. */
export const teamStatusItem = storedItem<TeamStatus | undefined>({
  key: 'teamStatus',
  area: 'local',
  version: 1,
  default: undefined,
  check: stored => (isTeamStatus(stored) ? stored : undefined),
})

function isTeamStatus(stored: unknown): stored is TeamStatus {
  if (typeof stored !== 'object' || stored === null) return false
  const { url, roles, next, failures } = stored as Partial<Record<keyof TeamStatus, unknown>>
  return (
    typeof url === 'string' &&
    typeof roles === 'number' &&
    typeof next === 'number' &&
    typeof failures === 'number'
  )
}
