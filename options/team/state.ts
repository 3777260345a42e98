import { isSameList } from '../../src/lib/is-same-list'
import type { TeamSender } from '../../src/team/stored-senders'
import type { SenderApproval, TeamInForce } from '../../src/team/team-in-force'
import type { TeamStatus } from '../../src/team/team-status'
import type { AttemptAction } from '../parts/attempt'

/** The team list, as stored. */
export interface TeamState {
  /** The effective source, without headers that an administrator has set. */
  readonly source: TeamInForce | undefined
  /** Whether the effective source isn't known yet. */
  readonly loading: boolean
  /** The URL that an administrator offers. */
  readonly offered: string | undefined
  /** Whether texts from extensions need approval. */
  readonly senderApproval: SenderApproval
  readonly status: TeamStatus | undefined
  /** The extensions that may send a list. */
  readonly senders: readonly TeamSender[]
  /** All texts in use, from the URL's files and from senders, which are parsed together with the user's own. */
  readonly texts: readonly string[]
  /** The URL's final address, after redirects; undefined if nothing was fetched yet. */
  readonly foundAt: string | undefined
  /** Whether later files wait for the user. */
  readonly waits: boolean
  /** Whether it is being fetched because the user asked. */
  readonly refreshing: boolean
}

export type TeamAction =
  /** Part of it was read, or changed in some window. */
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

/** Returns the team's state after an event. After any failure, nothing is being fetched anymore. */
export function reduceTeam(state: TeamState, action: TeamAction): TeamState {
  switch (action.kind) {
    case 'team-read': {
      const { texts = state.texts, ...others } = action.team
      // The same texts, read again, mean the same: nothing has to be checked again.
      return { ...state, ...others, texts: isSameList(texts, state.texts) ? state.texts : texts }
    }
    case 'not-done':
    case 'changed-meanwhile':
      return { ...state, refreshing: false }
    default:
      return state
  }
}
