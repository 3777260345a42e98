import { secretItem } from '../browser/sealed-item'
import { isRefreshMinutes } from '../config/parse/refresh-minutes'
import { isHeader, type TeamSource } from './team-source'

/** The user's choices about the source that an administrator has set. Their own source is another item. */
export interface TeamChoice {
  /** Whether the user declines the administrator's list, if they may. */
  readonly declined: boolean
  /** The server that `chosen` was meant for: a token and cookies go to no other. */
  readonly origin: string
  readonly chosen: Partial<Omit<TeamSource, 'url'>>
}

export const noChoice: TeamChoice = { declined: false, origin: '', chosen: {} }

/** It stays in this browser: a header may be a secret. */
export const teamChoiceItem = secretItem<TeamChoice>(
  {
    key: 'teamChoice',
    area: 'local',
    version: 1,
    default: noChoice,
    check: stored => (isTeamChoice(stored) ? stored : undefined),
  },
  {
    get: ({ chosen }) => chosen.headers,
    set: (choice, headers) => ({ ...choice, chosen: { ...choice.chosen, headers } }),
  },
)

/** Returns the part that applies to a URL. The approval of changes applies to any URL. */
export function choiceFor(url: string, { origin, chosen }: TeamChoice): TeamChoice['chosen'] {
  if (origin === new URL(url).origin) return chosen
  return chosen.approve === undefined ? {} : { approve: chosen.approve }
}

function isTeamChoice(stored: unknown): stored is TeamChoice {
  if (typeof stored !== 'object' || stored === null) return false
  const { declined, origin, chosen } = stored as Partial<Record<keyof TeamChoice, unknown>>
  return typeof declined === 'boolean' && typeof origin === 'string' && isChosen(chosen)
}

function isChosen(stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return false
  const {
    headers = [],
    cookies = false,
    approve = false,
    refresh,
  } = stored as Partial<Record<string, unknown>>
  return (
    Array.isArray(headers) &&
    headers.every(isHeader) &&
    typeof cookies === 'boolean' &&
    typeof approve === 'boolean' &&
    (refresh === undefined || isRefreshMinutes(refresh))
  )
}
