import { storedItem } from '../browser/stored-item'
import type { SentTextFailure } from './check-sent-text'
import type { TeamComparison } from './compare-team'

/**
 * An extension that the user lets send a list. It is stored in this browser only, since other browsers may know it
 * by another id.
 */
export interface TeamSender {
  readonly id: string
  /** Whether an administrator, not the user, lets it send. */
  readonly isManaged?: true
  /** When it last sent the text in use, in milliseconds since 1970; undefined before that. */
  readonly sent?: number
  /** Number of roles in that text. */
  readonly roles: number
  /** Whether a change waits for the user's approval; absent if the user hasn't chosen for this extension. */
  readonly approve?: boolean
  /** Whether a later text waits for the user. */
  readonly waits?: true
  /** Changes since the user last reviewed them, including those of a waiting text; absent if there are none. */
  readonly change?: TeamComparison
  /** Digest of the change that the user approves or has seen. */
  readonly about?: string
  /** Why the text that it sent last isn't in use, if it isn't. */
  readonly failure?: FailedSending
}

export interface FailedSending {
  readonly time: number
  readonly reason: SentTextFailure | { readonly kind: 'not-stored'; readonly message: string }
}

/**
 * The senders, in the order in which they were allowed; undefined if there never was one. The texts are stored separately,
 * so that they aren't read for each message.
 */
export const teamSendersItem = storedItem<readonly TeamSender[] | undefined>({
  key: 'teamSenders',
  area: 'local',
  version: 1,
  default: undefined,
  check: stored => (isSenders(stored) ? stored : undefined),
})

function isSenders(stored: unknown): stored is readonly TeamSender[] {
  return (
    Array.isArray(stored) &&
    stored.every(sender => typeof sender?.id === 'string' && typeof sender.roles === 'number')
  )
}
