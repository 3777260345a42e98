import { storedItem } from '../browser/stored-item'
import type { TeamComparison } from './compare-team'
import type { SentTextRefusal } from './sent-text'

/** An extension that the user lets send a configuration. It stays in this browser: others may know it by another id. */
export interface TeamSender {
  readonly id: string
  /** Whether it may send because an administrator says so, not the user. */
  readonly isManaged?: true
  /** When it last sent the text in force, in milliseconds since 1970; undefined before that. */
  readonly sent?: number
  /** How many roles that text has. */
  readonly roles: number
  /** Whether a change waits until the user has approved it; absent where the user hasn't said so for this one. */
  readonly approve?: boolean
  /** Whether a later text waits for the user. */
  readonly waits?: true
  /** What has changed since the user last saw what did, or would with the text that waits; absent where nothing has. */
  readonly change?: TeamComparison
  /** The digest of what the user decides about who approves the change, or has seen it. */
  readonly about?: string
  /** Why the text that it sent last isn't in force, where it isn't. */
  readonly failure?: SenderFailure
}

export interface SenderFailure {
  readonly time: number
  readonly reason: SentTextRefusal | { readonly kind: 'not-stored'; readonly message: string }
}

/** The senders, in the order in which they were allowed; undefined as long as there never was one. What they sent is kept apart, so that it isn't read for each message. */
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
