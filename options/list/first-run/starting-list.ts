import { addKeys } from '../../../src/config/edit/edit-profile'
import { type Purpose, purposeColors, purposeOf } from '../../../src/config/exchange/purpose-by-name'
import type { Profile } from '../../../src/config/parse/profile'
import { parseConfig } from '../../../src/config/resolve/parse-config'
import type { Role } from '../../../src/config/resolve/role'
import { targetRoles } from '../../../src/config/resolve/target-roles'
import { isForProduction } from '../../../src/lib/production-name'
import { type ImportContent, importedText } from '../import/import-result'

/** What a newcomer chooses about the roles that were found. */
export interface StartOptions {
  /** The role in each account of an organization. */
  readonly roleName: string
  readonly colorsByName: boolean
  /** Whether a switch to production asks first. */
  readonly asksForProduction: boolean
}

/** A list to start with, before the newcomer's choices. */
export interface StartingList {
  readonly text: string
  readonly profiles: readonly Profile[]
  readonly roles: readonly Role[]
  /** Names of the roles that are for production, by their name or group. */
  readonly production: readonly string[]
  /** Names of those for staging or tests. */
  readonly staging: readonly string[]
}

/** Returns the list in what was pasted or chosen. */
export function startingList(
  content: ImportContent,
  { roleName }: Pick<StartOptions, 'roleName'>,
): StartingList {
  const text = importedText(content, { roleName, sourceProfile: '', colors: 'none' })
  const { profiles } = parseConfig(text)
  const { roles } = targetRoles(profiles)
  const withPurpose = (purpose: string) =>
    roles.filter(role => purposeOfRole(role) === purpose).map(({ name }) => name)
  return { text, profiles, roles, production: withPurpose('production'), staging: withPurpose('staging') }
}

/** Returns the list's text with the newcomer's choices. Colors and confirmations that it has already stay. */
export function chosenText(
  { text, profiles, roles }: StartingList,
  { colorsByName, asksForProduction }: StartOptions,
): string {
  const byName = new Map(roles.map(role => [role.name, role]))
  const additions = profiles.map(({ name, line }) => {
    const role = byName.get(name)
    const purpose = role && purposeOfRole(role)
    const keys: (readonly [string, string])[] = []
    if (colorsByName && purpose) keys.push(['color', purposeColors[purpose]])
    if (asksForProduction && purpose === 'production') keys.push(['confirm', 'true'])
    return [line, keys] as const
  })
  return addKeys(text, new Map(additions))
}

function purposeOfRole(role: Role): Purpose | undefined {
  const { name, group = '' } = role
  return isForProduction(role) ? 'production' : (purposeOf(name) ?? purposeOf(group))
}
