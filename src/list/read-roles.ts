import type { Reading } from '../browser/stored-item'
import { inflate } from '../lib/deflate'
import { type ParsedConfiguration, parsedItem } from '../storage/list-items'
import { unpackRoles } from '../storage/unpack-roles'

/**
 * The roles in force. Where what was parsed is missing, damaged or of another version of the extension, the text is
 * parsed, with a parser that is loaded only then. Throws what the browser's storage throws.
 */
export async function readParsedConfiguration(): Promise<Reading<ParsedConfiguration>> {
  const reading = await parsedItem.get()
  if (reading.kind !== 'value' || reading.value === undefined) return parseInForce()
  try {
    const targets = unpackRoles(JSON.parse(await inflate(reading.value.targets)))
    return { kind: 'value', value: { ...reading.value, targets } }
  } catch {
    // It was made from the text, and can be made again.
    return parseInForce()
  }
}

async function parseInForce(): Promise<Reading<ParsedConfiguration>> {
  const { parseText } = await import('./parse-stored')
  return parseText()
}
