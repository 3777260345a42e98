import type { Reading } from '../browser/stored-item'
import { inflate } from '../lib/deflate'
import { type ParsedList, parsedItem } from '../storage/list-items'
import { unpackRoles } from '../storage/unpack-roles'

/**
 * Returns the roles in use. If the parsed form is missing, damaged or from another version of the extension, parses the text
 * with a parser that is loaded only then.
 */
export async function readParsedList(): Promise<Reading<ParsedList>> {
  const reading = await parsedItem.get()
  if (reading.kind !== 'value' || reading.value === undefined) return parseInForce()
  try {
    const targets = unpackRoles(JSON.parse(await inflate(reading.value.targets)))
    return { kind: 'value', value: { ...reading.value, targets } }
  } catch {
    // The parsed form was made from the text and can be made again.
    return parseInForce()
  }
}

async function parseInForce(): Promise<Reading<ParsedList>> {
  const { parseText } = await import('./parse-stored')
  return parseText()
}
