import type { Reading } from '../browser/stored-item'
import { parseTogether } from '../config/resolve/parse-together'
import { configurationItem, type ParsedConfiguration } from '../storage/list-items'
import { summarize } from '../storage/pack-list'
import { readTeamTexts } from '../team/team-files'

/** Parses the text in use together with the team's. */
export async function parseText(): Promise<Reading<ParsedConfiguration>> {
  const text = await configurationItem.get()
  if (text.kind !== 'value') return text
  return { kind: 'value', value: summarize(parseTogether(text.value, await readTeamTexts())) }
}
