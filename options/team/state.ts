import type { TeamSender } from '../../src/team/allowed-senders'
import type { SenderApproval, TeamInForce } from '../../src/team/team-in-force'
import type { TeamStatus } from '../../src/team/team-status'
import type { AttemptAction } from '../parts/attempt'

/** The team's configuration, as it is stored. */
export interface TeamState {
  /** The one that counts, without headers that an administrator has set. */
  readonly source: TeamInForce | undefined
  /** Whether it isn't known yet which counts. */
  readonly loading: boolean
  /** The URL that an administrator offers. */
  readonly offered: string | undefined
  /** Whether what extensions send is to be approved. */
  readonly senderApproval: SenderApproval
  readonly status: TeamStatus | undefined
  /** The extensions that may send a configuration. */
  readonly senders: readonly TeamSender[]
  /** All that are in force, of the URL's files and of senders, which are read together with the user's own text. */
  readonly texts: readonly string[]
  /** Where the URL led to, after redirects; undefined where nothing was fetched yet. */
  readonly foundAt: string | undefined
  /** Whether later files wait for the user. */
  readonly waits: boolean
  /** Whether it is being fetched because the user asked. */
  readonly refreshing: boolean
}

export type TeamAction =
  /** Some of it was read, or changed in some window. */
  { readonly kind: 'team-read'; readonly team: Partial<TeamState> } | AttemptAction

export const initialTeam: TeamState = {
  senders: [],
  loading: true,
  source: undefined,
  offered: undefined,
  senderApproval: { locked: undefined, otherwise: false },
  status: undefined,
  texts: [],
  foundAt: undefined,
  waits: false,
  refreshing: false,
}

/** The team's state after something happened. Whatever could not be done, nothing is being fetched any more. */
export function reduceTeam(state: TeamState, action: TeamAction): TeamState {
  switch (action.kind) {
    case 'team-read':
      return { ...state, ...action.team }
    case 'not-done':
    case 'changed-meanwhile':
      return { ...state, refreshing: false }
    default:
      return state
  }
}
