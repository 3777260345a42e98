import { type Managed, readManaged } from '../browser/managed'
import { valueIn } from '../browser/stored-item'
import { choiceFor, noChoice, type TeamChoice, teamChoiceItem } from './team-choice'
import { teamPolicy } from './team-policy'
import { type TeamSource, teamSourceItem } from './team-source'

/** The team's source that counts. */
export interface TeamInForce extends TeamSource {
  /**
   * What of it an administrator has set, and whether the user can change that. Without a `url` here the source is the
   * user's own. `headers` that an administrator has set are never shown.
   */
  readonly policy: Readonly<Partial<Record<keyof TeamSource, 'locked' | 'default'>>>
}

const bare = { headers: [], cookies: false, approve: false } as const

/**
 * The team's source that counts: an administrator's URL where it is locked, else the user's own, else an
 * administrator's that is a default and was not declined. Headers that an administrator has set go to the administrator's
 * URL only, and what the user has entered for one server goes to no other.
 */
export function teamInForce(
  own: TeamSource | undefined,
  userChoice: TeamChoice,
  managed: Managed,
): TeamInForce | undefined {
  const { locked, defaults } = teamPolicy(managed)
  const url = locked.url ?? (own || userChoice.declined ? undefined : defaults.url)
  if (url === undefined) return own && ownInForce(own, locked)
  const choice = choiceFor(url, userChoice)
  const open = Object.fromEntries(Object.entries(defaults).filter(([key]) => !(key in choice)))
  const policy = { ...marks(open, 'default'), ...marks(locked, 'locked') }
  return { ...bare, ...defaults, ...choice, ...locked, url, policy }
}

/** The user's own source: an administrator can keep cookies and unseen changes from it, but sends nothing there. */
function ownInForce(own: TeamSource, { cookies, approve, refresh }: Partial<TeamSource>): TeamInForce {
  const locked = {
    ...(cookies === false && { cookies }),
    ...(approve !== undefined && { approve }),
    ...(refresh !== undefined && { refresh }),
  }
  return { ...own, ...locked, policy: marks(locked, 'locked') }
}

/** The team's source that counts; undefined where there is none. Throws what the browser's storage throws. */
export async function readTeamInForce(): Promise<TeamInForce | undefined> {
  const [own, choice, managed] = await Promise.all([
    teamSourceItem.get(),
    teamChoiceItem.get(),
    readManaged(),
  ])
  return teamInForce(valueIn(own), valueIn(choice) ?? noChoice, managed)
}

/** Whether a change of what an extension sends waits for the user: as an administrator, the user for that one, or the team's URL says. */
export interface SenderApproval {
  /** Set where an administrator has set it for good. */
  readonly locked: boolean | undefined
  /** What counts where the user hasn't said so for a sender. */
  readonly otherwise: boolean
}

/** What is to be approved of what extensions send. Throws what the browser's storage throws. */
export async function readSenderApproval(): Promise<SenderApproval> {
  const [source, managed] = await Promise.all([readTeamInForce(), readManaged()])
  const { locked, defaults } = teamPolicy(managed)
  return { locked: locked.approve, otherwise: source ? source.approve : (defaults.approve ?? false) }
}

function marks<Mark extends string>(values: object, mark: Mark): Record<string, Mark> {
  return Object.fromEntries(Object.keys(values).map(key => [key, mark]))
}
