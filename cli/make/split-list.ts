import { CommandError, exitCodes } from '../io'
import { sectionsText } from './checked-list'
import type { MadeSection } from './organization-list'

/** A file of a list, by its name. */
export interface ListFile {
  readonly name: string
  readonly text: string
}

/** The file that the team's URL leads to. */
const mainName = 'roles.ini'

/** The most files that a list can include. Source: docs/configuration.md, “Settings in a team list”. */
const maxIncludes = 10

/**
 * Splits a list into a file for each unit below the root, and a main file that includes them. `address` is that of the folder
 * they are served from. Accounts without a unit stay in the main file.
 * @throws CommandError if there are more units than a list can include.
 */
export function splitList(
  settings: readonly MadeSection[],
  profiles: readonly MadeSection[],
  address: string,
): readonly ListFile[] {
  const files = new Map<string, MadeSection[]>()
  for (const profile of profiles) {
    if (profile.topUnit === undefined) continue
    const name = fileName(profile.topUnit)
    const file = files.get(name) ?? []
    file.push(profile)
    files.set(name, file)
  }
  if (files.size > maxIncludes) {
    throw new CommandError(
      `A list can include ${maxIncludes} files, but there are ${files.size} units below the root. Write one file, without --split.`,
      exitCodes.failed,
    )
  }
  const names = [...files.keys()].sort()
  const folder = address.replace(/\/*$/, '/')
  const main: MadeSection = {
    header: '[rolecall]',
    pairs: names.map(name => ['include', folder + name] as const),
  }
  const others = profiles.filter(({ topUnit }) => topUnit === undefined)
  return [
    { name: mainName, text: sectionsText([...(names.length > 0 ? [main] : []), ...settings, ...others]) },
    ...names.map(name => ({ name, text: sectionsText(files.get(name) ?? []) })),
  ]
}

function fileName(unit: string): string {
  const plain = unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `roles-${plain || 'unit'}.ini`
}
