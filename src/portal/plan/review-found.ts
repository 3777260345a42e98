import { isAccountId } from '../../aws/account-id'
import { isRegion } from '../../aws/partitions'
import { checkPermissionSet } from '../../config/parse/aws-values'
import type { Profile } from '../../config/parse/profile'
import { parseConfig } from '../../config/resolve/parse-config'
import { parseTogether } from '../../config/resolve/parse-together'
import { secretsIn } from '../../config/secrets/find-secrets'
import type { FoundPortal } from '../found'
import { compareFound, type FoundComparison, type GoneRole, leadsTo } from './compare-found'
import { type FoundRole, roleKey } from './found-role'
import { type ListFacts, listFacts } from './list-facts'

/** What was found in a portal, compared with a user’s own list and a team’s. */
export interface FoundReview {
  /** What neither list has, in the portal’s order. */
  readonly fresh: readonly FoundRole[]
  readonly own: FoundComparison
  /** Roles of the own list that are gone, and that no other profile refers to. */
  readonly removable: readonly GoneRole[]
  /** Roles that are gone but stay, because other profiles refer to them. */
  readonly needed: readonly GoneRole[]
  /** Undefined if there is no team list. */
  readonly team: FoundComparison | undefined
  /** Names of found roles that no list can hold. */
  readonly unfit: readonly string[]
  readonly facts: ListFacts
  /** The region of most of the list’s roles of this portal, else that of Identity Center; '' if nothing says it. */
  readonly region: string
  /** The region of Identity Center; '' if nothing says it. */
  readonly ssoRegion: string
}

/** Compares what was found in a portal with the user’s text and the team’s. `together` is the result of parsing them together. */
export function reviewFound(
  found: FoundPortal,
  text: string,
  teamTexts: readonly string[],
  together = parseTogether(text, teamTexts).profiles,
): FoundReview {
  const isFit = fitness()
  const accounts = found.accounts
    .filter(({ id }) => isAccountId(id))
    .map(account => ({ ...account, roles: account.roles.filter(isFit) }))
  const fit: FoundPortal = { ...found, accounts }
  const own = teamTexts.length > 0 ? ownProfiles(text, together) : together
  const team = teamTexts.length > 0 ? compareFound(fit, parseTogether('', teamTexts).profiles) : undefined
  const ownComparison = compareFound(fit, own)
  const facts = listFacts([text, ...teamTexts])
  // Two sections share the name, so that it doesn’t say which of them is meant.
  const twins = new Set<string>(own.flatMap(({ name, written }) => (written === undefined ? [] : name)))
  const isNeeded = ({ name }: GoneRole) => facts.neededNames.has(name) || twins.has(name)
  const ssoRegion = [
    found.region,
    regionIn(found.url),
    ...own.filter(one => leadsTo(one, found.url)).map(one => one.portal?.region),
  ].find(region => region !== undefined && isRegion(region))
  return {
    fresh: team ? inBoth(ownComparison.fresh, team.fresh) : ownComparison.fresh,
    own: ownComparison,
    removable: ownComparison.gone.filter(role => !isNeeded(role)),
    needed: ownComparison.gone.filter(isNeeded),
    team,
    unfit: [...new Set(found.accounts.flatMap(({ roles }) => roles.filter(role => !isFit(role))))],
    facts,
    region: usualRegion(own.filter(one => leadsTo(one, found.url))) ?? ssoRegion ?? '',
    ssoRegion: ssoRegion ?? '',
  }
}

/** Returns the profiles that the user’s own text has portal roles for, with what the team’s adds to them. */
function ownProfiles(text: string, together: readonly Profile[]): readonly Profile[] {
  const names = new Set<string>(
    parseConfig(text).profiles.flatMap(({ name, portal }) => (portal ? name : [])),
  )
  return together.filter(({ name, origin }) => origin !== 'team' && names.has(name))
}

function inBoth(some: readonly FoundRole[], others: readonly FoundRole[]): readonly FoundRole[] {
  const keys = new Set(others.map(({ account, roleName }) => roleKey(account.id, roleName)))
  return some.filter(({ account, roleName }) => keys.has(roleKey(account.id, roleName)))
}

/** Returns a function that says whether a list can hold a permission set’s name. Most accounts have the same ones. */
function fitness(): (roleName: string) => boolean {
  const known = new Map<string, boolean>()
  return roleName => {
    const isFit =
      known.get(roleName) ??
      (typeof checkPermissionSet(roleName) === 'string' &&
        secretsIn([`sso_role_name = ${roleName}`])[0] === undefined)
    known.set(roleName, isFit)
    return isFit
  }
}

function usualRegion(profiles: readonly Profile[]): string | undefined {
  const times = new Map<string, number>()
  for (const { region } of profiles) if (region) times.set(region, (times.get(region) ?? 0) + 1)
  return [...times].sort(([, one], [, other]) => other - one)[0]?.[0]
}

/** Returns the region in a portal’s host, if it names one. */
function regionIn(url: string): string | undefined {
  return new URL(url).hostname.split('.').find(isRegion)
}
