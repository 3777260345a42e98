import type { Reading } from '../browser/stored-item'
import { parseTogether } from '../config/resolve/parse-together'
import { listItem } from '../storage/list-item'
import type { ParsedList } from '../storage/list-items'
import { summarize } from '../storage/pack-list'
import { readTeamTexts } from '../team/team-files'

/** Parses the text in use together with the team's. */
export async function parseText(): Promise<Reading<ParsedList>> {
  const text = await listItem.get()
  if (text.kind !== 'value') return text
  return { kind: 'value', value: summarize(parseTogether(text.value, await readTeamTexts())) }
}
