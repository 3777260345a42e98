import { type Reading, setTogether, storedItem } from '../browser/stored-item'
import type { Diagnostic } from '../config/diagnostic'
import type { Config } from '../config/parse-config'
import type { Profile } from '../config/profile'
import { deflate, inflate } from './deflate'

/** The configuration text in force, as the user wrote it. */
export const configurationItem = storedItem<string>({
  key: 'configuration',
  area: 'local',
  version: 1,
  default: '',
  check: stored => (typeof stored === 'string' ? stored : undefined),
})

/** What the popup needs of a configuration. */
export interface ParsedConfiguration {
  readonly profiles: readonly Profile[]
  /** How many errors the text has: each leaves a profile out. */
  readonly errors: number
}

/** `ParsedConfiguration` as it is stored: the profiles deflated, since a browser takes long to copy a megabyte. */
interface StoredParsed {
  readonly profiles: string
  readonly errors: number
}

/**
 * What the parser made of the text, kept beside it so that the popup parses nothing. The version goes up whenever
 * the parser or `Profile` changes; a reader that finds another version parses the text instead.
 */
export const parsedItem = storedItem<StoredParsed | undefined>({
  key: 'parsed',
  area: 'local',
  version: 1,
  default: undefined,
  check: stored => (isStoredParsed(stored) ? stored : undefined),
})

/** Writes text and what was parsed of it in one call: both, or, where the browser refuses and this throws, neither. */
export async function saveConfiguration(text: string, { profiles, diagnostics }: Config): Promise<void> {
  const parsed = { profiles: await deflate(JSON.stringify(profiles)), errors: countErrors(diagnostics) }
  await setTogether(configurationItem.pack(text), parsedItem.pack(parsed))
}

/**
 * The profiles in force. Where what was parsed is missing, damaged or of another version of the extension, the text
 * is parsed, with a parser that is loaded only then. Throws what the browser's storage throws.
 */
export async function readParsedConfiguration(): Promise<Reading<ParsedConfiguration>> {
  const reading = await parsedItem.get()
  if (reading.kind !== 'value' || reading.value === undefined) return parseText()
  const { profiles, errors } = reading.value
  try {
    return {
      kind: 'value',
      value: { profiles: JSON.parse(await inflate(profiles)) as readonly Profile[], errors },
    }
  } catch {
    // It was made from the text, and can be made again.
    return parseText()
  }
}

async function parseText(): Promise<Reading<ParsedConfiguration>> {
  const text = await configurationItem.get()
  if (text.kind !== 'value') return text
  const { parseConfig } = await import('../config/parse-config')
  const { profiles, diagnostics } = parseConfig(text.value)
  return { kind: 'value', value: { profiles, errors: countErrors(diagnostics) } }
}

function isStoredParsed(stored: unknown): stored is StoredParsed {
  if (typeof stored !== 'object' || stored === null) return false
  const { profiles, errors } = stored as Partial<Record<keyof StoredParsed, unknown>>
  return typeof profiles === 'string' && typeof errors === 'number'
}

function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}
