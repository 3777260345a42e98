import type { ItemsRead, Reading } from '../browser/stored-item'
import { type ParsedList, parsedItem } from '../storage/list-items'
import { unpackTargets } from '../storage/stored-targets'

/**
 * Returns the roles in use, from `read` if given. If the parsed form is missing, damaged or from another version of the
 * extension, parses the text with a parser that is loaded only then.
 */
export async function readParsedList(read?: ItemsRead): Promise<Reading<ParsedList>> {
  const reading = await parsedItem.get(read)
  if (reading.kind !== 'value' || reading.value === undefined) return parseInForce()
  try {
    const targets = await unpackTargets(reading.value.targets)
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
