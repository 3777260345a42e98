import { isAccountId } from '../../aws/account-id'
import type { Report, Section } from '../parse/section'
import { nameGuesser } from '../parse/suggest'
import { encode } from '../parse/value'

const maxReaderGuesses = 5

/**
 * Checks that each `reader` names a profile of the same account. If it doesn't, the role asks before a switch, as if its
 * reader weren't available. One that is inherited is checked where it is written.
 */
export function checkReaders(sections: ReadonlyMap<string, Section>, report: Report): void {
  const guess = nameGuesser(sections, maxReaderGuesses)
  for (const section of sections.values()) {
    const { readerSpan: span, broken, profile } = section
    const { reader } = profile
    if (reader === undefined || !span || broken) continue
    const found = sections.get(reader)
    if (found) {
      if (isElsewhere(section, found)) {
        report({ severity: 'warning', kind: 'readerElsewhere', values: [reader, profile.name] }, span)
      }
      continue
    }
    const isCut = span.whole !== undefined && sections.has(span.whole)
    if (!isCut) report(missing(reader, guess(reader)), span)
  }
}

/** Whether they lead to different accounts, as far as their ids say. */
function isElsewhere(section: Section, reader: Section): boolean {
  const [own, other] = [accountOf(section), accountOf(reader)]
  return own !== undefined && other !== undefined && own !== other && [own, other].every(isAccountId)
}

function accountOf({ profile, ssoAccount }: Section): string | undefined {
  return profile.account ?? ssoAccount
}

function missing(reader: string, guess: string | undefined): Parameters<Report>[0] {
  if (guess === undefined) return { severity: 'warning', kind: 'missingReader', values: [reader] }
  const fix = { text: encode(guess) }
  return { severity: 'warning', kind: 'misspelledReader', values: [reader, guess], fix }
}
