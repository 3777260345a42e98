import { parseTogether, type Together } from '../../src/config/resolve/parse-together'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { isSameList } from '../../src/lib/is-same-list'
import type { Checked } from '../../src/list/save-list'
import { startThread, type Thread } from '../../src/thread/thread'
import type { Findings } from '../editor/document'

/** A checked text: what is saved with it, and what is shown. */
export interface CheckedText extends Checked {
  readonly findings: Findings
}

/** The longest text that is parsed at once, in characters: about 700 roles, which take less time than asking a thread. */
const maxAtOnce = 100_000

/** Parses long texts. */
let parser: Thread | undefined
let last: Promise<CheckedText> | undefined
let lastOf: Pick<Checked, 'text' | 'team'> | undefined

/** Parses a text together with the team's. Asked again for the same texts, it returns the same. */
export function checkText(text: string, team: readonly string[]): Promise<CheckedText> {
  if (last && lastOf?.text === text && isSameList(lastOf.team, team)) return last
  lastOf = { text, team }
  last = check(text, team)
  return last
}

async function check(text: string, team: readonly string[]): Promise<CheckedText> {
  const { profiles, personal } = await parse(text, team)
  const targets = targetRoles(profiles)
  return {
    text,
    team,
    profiles,
    personal,
    targets,
    findings: { text, diagnostics: personal, profiles, targets },
  }
}

function parse(text: string, team: readonly string[]): Together | Promise<Together> {
  const length = team.reduce((sum, { length }) => sum + length, text.length)
  if (length <= maxAtOnce) return parseTogether(text, team)
  parser ??= startThread(() => import('../../src/thread/answer'))
  return parser.parse(text, team)
}
