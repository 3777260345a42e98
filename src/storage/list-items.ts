import { storedItem } from '../browser/stored-item'
import type { TargetRoles } from '../config/resolve/target-roles'

/** The part of a list that the popup needs. */
export interface ParsedList {
  readonly targets: TargetRoles
  /** Number of profiles in the text, target roles or not. */
  readonly profiles: number
  /** Number of errors, each of which leaves a profile out. */
  readonly errors: number
}

/** `ParsedList` as stored: the roles packed and, if they are many, deflated, since a browser takes long to copy a megabyte. */
type StoredParsed = Omit<ParsedList, 'targets'> & { readonly targets: string }

/**
 * The parsed form of the text, stored so that the popup parses nothing. The version goes up whenever the parser or
 * `TargetRoles` changes; a reader that finds another version parses the text instead.
 */
export const parsedItem = storedItem<StoredParsed | undefined>({
  key: 'parsed',
  area: 'local',
  version: 11,
  default: undefined,
  check: stored => (isStoredParsed(stored) ? stored : undefined),
})

function isStoredParsed(stored: unknown): stored is StoredParsed {
  if (typeof stored !== 'object' || stored === null) return false
  const { targets, profiles, errors } = stored as Partial<Record<keyof StoredParsed, unknown>>
  return typeof targets === 'string' && typeof profiles === 'number' && typeof errors === 'number'
}
