import { type Managed, readManaged } from '../browser/storage-areas'
import { valueIn } from '../browser/stored-item'
import { choiceFor, noChoice, type TeamChoice, teamChoiceItem } from './team-choice'
import { teamPolicy } from './team-policy'
import { type TeamSource, teamSourceItem } from './team-source'

/** The effective team source. */
export interface TeamInForce extends TeamSource {
  /**
   * The part that an administrator has set, and whether the user can change it. Without a `url` here, the source is the
   * user's own. Headers that an administrator has set are never shown.
   */
  readonly policy: Readonly<Partial<Record<keyof TeamSource, 'locked' | 'default'>>>
}

const bare = { headers: [], cookies: false, approve: false } as const

/**
 * Returns the effective team source: an administrator's locked URL, else the user's own, else an administrator's default
 * that was not declined. Headers that an administrator has set go only to the administrator's URL, and those that the user
 * has entered for one server go to no other.
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
  const policy = { ...policyOfFields(open, 'default'), ...policyOfFields(locked, 'locked') }
  return { ...bare, ...defaults, ...choice, ...locked, url, policy }
}

/** Returns the user's own source. An administrator can forbid cookies and unreviewed changes, but sends nothing there. */
function ownInForce(own: TeamSource, { cookies, approve, refresh }: Partial<TeamSource>): TeamInForce {
  const locked = {
    ...(cookies === false && { cookies }),
    ...(approve !== undefined && { approve }),
    ...(refresh !== undefined && { refresh }),
  }
  return { ...own, ...locked, policy: policyOfFields(locked, 'locked') }
}

/** Returns the effective team source; undefined if there is none. */
export async function readTeamInForce(): Promise<TeamInForce | undefined> {
  const [own, choice, managed] = await Promise.all([
    teamSourceItem.get(),
    teamChoiceItem.get(),
    readManaged(),
  ])
  return teamInForce(valueIn(own), valueIn(choice) ?? noChoice, managed)
}

/**
 * Whether a change from an extension waits for the user: decided by an administrator, else by the user for that extension,
 * else by the setting for the team's URL.
 */
export interface SenderApproval {
  /** Set if an administrator has locked it. */
  readonly locked: boolean | undefined
  /** Used if the user hasn't chosen for a sender. */
  readonly otherwise: boolean
}

/** Returns which changes from extensions need approval. */
export async function readSenderApproval(): Promise<SenderApproval> {
  const [source, managed] = await Promise.all([readTeamInForce(), readManaged()])
  const { locked, defaults } = teamPolicy(managed)
  return { locked: locked.approve, otherwise: source ? source.approve : (defaults.approve ?? false) }
}

function policyOfFields<Mark extends string>(values: object, mark: Mark): Record<string, Mark> {
  return Object.fromEntries(Object.keys(values).map(key => [key, mark]))
}
