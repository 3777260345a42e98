import { type PackedItem, type Reading, storedItem } from '../browser/stored-item'
import type { Together } from '../config/parse-together'
import { type TargetRoles, targetRoles } from '../roles/target-roles'
import { deflate, inflate } from './deflate'
import { packRoles, unpackRoles } from './packed-roles'

/** The configuration text in force, as the user wrote it. */
export const configurationItem = storedItem<string>({
  key: 'configuration',
  area: 'local',
  version: 1,
  default: '',
  check: stored => (typeof stored === 'string' ? stored : undefined),
})

/** What the user's text and the team's say together. The errors that count are the user's own. */
type Parsed = Pick<Together, 'profiles' | 'personal'>

/** What the popup needs of a configuration. */
export interface ParsedConfiguration {
  readonly targets: TargetRoles
  /** How many profiles the text has, target roles or not. */
  readonly profiles: number
  /** How many errors it has: each leaves a profile out. */
  readonly errors: number
}

/** `ParsedConfiguration` as it is stored: the roles packed and deflated, since a browser takes long to copy a megabyte. */
type StoredParsed = Omit<ParsedConfiguration, 'targets'> & { readonly targets: string }

/**
 * What was made of the text, kept beside it so that the popup parses nothing. The version goes up whenever the
 * parser or `TargetRoles` changes; a reader that finds another version parses the text instead.
 */
export const parsedItem = storedItem<StoredParsed | undefined>({
  key: 'parsed',
  area: 'local',
  version: 2,
  default: undefined,
  check: stored => (isStoredParsed(stored) ? stored : undefined),
})

/** A text and what was parsed of it and the team's beside it, to be written in one call with `setTogether`: both or neither. */
export async function packConfiguration(text: string, together: Parsed): Promise<readonly PackedItem[]> {
  return [configurationItem.pack(text), await packParsed(together)]
}

/** What was parsed of the user's text and the team's, to be written with `setTogether`. */
export async function packParsed(together: Parsed): Promise<PackedItem> {
  const parsed = summarize(together)
  const targets = await deflate(JSON.stringify(packRoles(parsed.targets)))
  return parsedItem.pack({ ...parsed, targets })
}

/**
 * The roles in force. Where what was parsed is missing, damaged or of another version of the extension, the text is
 * parsed, with a parser that is loaded only then. Throws what the browser's storage throws.
 */
export async function readParsedConfiguration(): Promise<Reading<ParsedConfiguration>> {
  const reading = await parsedItem.get()
  if (reading.kind !== 'value' || reading.value === undefined) return parseText()
  try {
    const targets = unpackRoles(JSON.parse(await inflate(reading.value.targets)))
    return { kind: 'value', value: { ...reading.value, targets } }
  } catch {
    // It was made from the text, and can be made again.
    return parseText()
  }
}

async function parseText(): Promise<Reading<ParsedConfiguration>> {
  const text = await configurationItem.get()
  if (text.kind !== 'value') return text
  const [{ parseTogether }, { readTeamTexts }] = await Promise.all([
    import('../config/parse-together'),
    import('./team-files'),
  ])
  return { kind: 'value', value: summarize(parseTogether(text.value, await readTeamTexts())) }
}

function summarize({ profiles, personal }: Parsed): ParsedConfiguration {
  const errors = personal.filter(({ severity }) => severity === 'error').length
  return { targets: targetRoles(profiles), profiles: profiles.length, errors }
}

function isStoredParsed(stored: unknown): stored is StoredParsed {
  if (typeof stored !== 'object' || stored === null) return false
  const { targets, profiles, errors } = stored as Partial<Record<keyof StoredParsed, unknown>>
  return typeof targets === 'string' && typeof profiles === 'number' && typeof errors === 'number'
}
