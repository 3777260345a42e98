import { purposeColors, purposeOf } from '../../../src/config/exchange/purpose-by-name'
import type { OneLine } from '../../../src/lib/one-line'
import type { FoundPortal } from '../../../src/portal/found'
import { type FoundRole, roleKey } from '../../../src/portal/plan/found-role'
import { type GroupRule, groupOf } from '../../../src/portal/plan/group-rule'
import { type NameStyle, namesOf, usualTemplates } from '../../../src/portal/plan/names'
import type { FoundReview } from '../../../src/portal/plan/review-found'
import { type GoneChoice, type RoleToWrite, writeFound } from '../../../src/portal/plan/write-found'

/** What the user chooses about the roles that were found in a portal. */
export interface Choices {
  /** The keys of the new roles that aren't wanted. */
  readonly unticked: ReadonlySet<string>
  /** Whether the template of the names is the user's own. */
  readonly isOwnTemplate: boolean
  readonly style: NameStyle
  readonly groups: GroupRule
  readonly colorsByName: boolean
  /** Undefined until the user changes it. */
  readonly region: string | undefined
  readonly gone: GoneChoice
}

/** A new role with everything that it gets in the list. */
export interface PlannedRole extends RoleToWrite {
  readonly key: string
  readonly found: FoundRole
}

export const initialChoices: Choices = {
  unticked: new Set(),
  isOwnTemplate: false,
  style: { template: usualTemplates[0], isLowerCase: true },
  groups: 'none',
  colorsByName: true,
  region: undefined,
  gone: 'keep',
}

/** Returns the names of all new roles, in their order. The same ones whichever of them are ticked. */
export function plannedNames(
  found: FoundPortal,
  { fresh, facts }: FoundReview,
  style: NameStyle,
): readonly OneLine[] {
  return namesOf(fresh, found.accounts, style, facts.takenNames)
}

/** Returns all new roles with what they get. `names` are from `plannedNames`. */
export function plannedRoles(
  { fresh }: FoundReview,
  names: readonly OneLine[],
  { groups, colorsByName }: Pick<Choices, 'groups' | 'colorsByName'>,
): readonly PlannedRole[] {
  return fresh.flatMap((found, index) => {
    const name = names[index]
    if (name === undefined) return []
    const { account, roleName } = found
    const purpose = colorsByName ? purposeOf(account.name) : undefined
    const color = purpose ? purposeColors[purpose] : ''
    return {
      key: roleKey(account.id, roleName),
      found,
      name,
      account: account.id,
      roleName,
      group: groupOf(found, groups),
      color,
    }
  })
}

/** Returns the list's text with the ticked roles, and without those that are gone if that is chosen. */
export function chosenText(
  text: string,
  { url }: FoundPortal,
  { removable, facts, region, ssoRegion }: FoundReview,
  planned: readonly PlannedRole[],
  choices: Choices,
): string {
  const { unticked, gone } = choices
  return writeFound(text, {
    url,
    ssoRegion,
    region: choices.region ?? region,
    roles: planned.filter(({ key }) => !unticked.has(key)),
    gone: removable.map(({ name }) => name),
    goneChoice: gone,
    takenSessions: facts.takenSessions,
  })
}
