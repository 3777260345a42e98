import { type Reading, setTogether, storedItem } from '../browser/stored-item'
import type { Diagnostic } from '../config/diagnostic'
import type { Config } from '../config/parse-config'
import type { Profile } from '../config/profile'

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

/**
 * What the parser made of the text, kept beside it so that the popup parses nothing. The version goes up whenever
 * the parser or `Profile` changes; a reader that finds another version parses the text instead. One string of
 * JSON, because browsers copy a string of a megabyte much faster than ten thousand objects.
 */
export const parsedItem = storedItem<ParsedConfiguration | undefined, string>({
  key: 'parsed',
  area: 'local',
  version: 1,
  default: undefined,
  check: stored => (typeof stored === 'string' ? (JSON.parse(stored) as ParsedConfiguration) : undefined),
})

/** Writes text and what was parsed of it in one call: both, or, where the browser refuses and this throws, neither. */
export async function saveConfiguration(text: string, { profiles, diagnostics }: Config): Promise<void> {
  const errors = countErrors(diagnostics)
  await setTogether(configurationItem.pack(text), parsedItem.pack(JSON.stringify({ profiles, errors })))
}

/**
 * The profiles in force. Where what was parsed is missing or of another version of the extension, the text is
 * parsed, with a parser that is loaded only then.
 */
export async function parsedConfiguration(
  reading: Reading<ParsedConfiguration | undefined>,
): Promise<Reading<ParsedConfiguration>> {
  if (reading.kind === 'value' && reading.value !== undefined) return { kind: 'value', value: reading.value }
  const text = await configurationItem.get()
  if (text.kind !== 'value') return text
  const { parseConfig } = await import('../config/parse-config')
  const { profiles, diagnostics } = parseConfig(text.value)
  return {
    kind: 'value',
    value: { profiles, errors: countErrors(diagnostics) },
  }
}

function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}
