import { storedItem } from '../browser/stored-item'
import type { TeamComparison } from './compare-team'
import type { GatherFailure } from './gather-team'

/** How the team's configuration is doing. Times in milliseconds since 1970. */
export interface TeamStatus {
  /** Of the source. */
  readonly url: string
  /** When the server last gave the files in force, or said that they are still the same; undefined before that. */
  readonly fetched?: number
  /** How many roles the files have. */
  readonly roles: number
  /** When they are asked for next. */
  readonly next: number
  /** Minutes from one refresh to the next, where the team says so. */
  readonly refresh?: number
  /** How many times in a row it has failed, and how the last time. */
  readonly failures: number
  readonly failure?: TeamFailure
  /** What has changed since the user last saw what did, or would with the files that wait; absent where nothing has. */
  readonly change?: TeamComparison
  /** The digest of what the user decides about who approves the change, or has seen it. */
  readonly about?: string
}

export interface TeamFailure {
  readonly time: number
  /** Of the file that failed. */
  readonly url: string
  readonly reason:
    | GatherFailure
    | { readonly kind: 'no-permission' }
    /** The browser's storage took no more: what it says. */
    | { readonly kind: 'not-stored'; readonly message: string }
}

/** The status; undefined where there is no team configuration, or nothing has been asked for yet. */
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
