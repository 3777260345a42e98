import type { Diagnosis, DiagnosticKind } from '../parse/diagnostic'
import { type Place, type Report, type Section, sourceProfileOf } from '../parse/section'
import { nameGuesser } from '../parse/suggest'
import { encode } from '../parse/value'
import { describeCycle } from './includes'

const maxSourceGuesses = 5

interface Unresolved {
  readonly name: string
  readonly span: Place
  readonly base: Section | undefined
  count: number
}

/**
 * Checks that each `source_profile` names a profile that says where to sign in. Each diagnosis is reported once, at its first
 * occurrence, with the number of affected profiles, which are available in every account.
 */
export function checkSourceProfiles(sections: ReadonlyMap<string, Section>, report: Report): void {
  const unresolved = new Map<string, Unresolved>()
  for (const section of sections.values()) {
    const { sourceSpan: span, broken, profile } = section
    const name = profile.sourceProfile
    if (name === undefined || !span || broken) continue
    const base = sections.get(name)
    if (base === section) report({ severity: 'info', kind: 'selfSource', values: [name] }, span)
    else if (!base && span.whole !== undefined && sections.has(span.whole)) {
      // A cut-off name is reported where it occurs.
    } else if (!base || base.broken || !namesWhereSignedIn(base)) {
      const one = unresolved.get(name)
      if (one) one.count++
      else unresolved.set(name, { name, span, base, count: 1 })
    }
  }
  const guess = nameGuesser(sections, maxSourceGuesses)
  for (const one of unresolved.values()) {
    report(sourceDiagnosis(one, one.base ? undefined : guess(one.name)), one.span)
  }
  reportCycles(sections, report)
}

function namesWhereSignedIn({ profile, ssoAccount, ssoRoleName }: Section): boolean {
  return profile.account !== undefined || (ssoAccount !== undefined && ssoRoleName !== undefined)
}

function sourceDiagnosis({ name, span, base, count }: Unresolved, guess: string | undefined): Diagnosis {
  const severity = 'warning'
  if (base && base.text !== span.text) {
    const kind = base.broken ? 'brokenSourceElsewhere' : 'sourceWithoutAccountElsewhere'
    return { severity, kind, values: [name, String(count)] }
  }
  if (base) {
    return { severity, kind: baseDiagnosis(base), values: [name, String(base.line), String(count)] }
  }
  if (guess === undefined) return { severity, kind: 'missingSource', values: [name, String(count)] }
  const fix = { text: encode(guess) }
  return { severity, kind: 'misspelledSource', values: [name, guess, String(count)], fix }
}

function baseDiagnosis({ broken, ssoAccount }: Section): DiagnosticKind {
  if (broken) return 'brokenSource'
  return ssoAccount === undefined ? 'sourceWithoutAccount' : 'sourceWithoutSsoRole'
}

/** Reports each cycle of two or more profiles once. AWS refuses them; here each link works separately. */
function reportCycles(sections: ReadonlyMap<string, Section>, report: Report): void {
  const seen = new Map<Section, Section>()
  for (const start of sections.values()) {
    // Most base accounts have no source of their own, so there is nothing to walk.
    if (sourceProfileOf(start, sections)?.profile.sourceProfile === undefined) continue
    let section: Section | undefined = start
    while (section && section.profile.sourceProfile !== undefined && !seen.has(section)) {
      seen.set(section, start)
      section = sourceProfileOf(section, sections)
    }
    // Only a walk that returns to its own path has found a cycle, and a new one.
    if (!section?.sourceSpan || seen.get(section) !== start) continue
    const cycle = [section]
    for (
      let next = sourceProfileOf(section, sections);
      next && next !== section;
      next = sourceProfileOf(next, sections)
    ) {
      cycle.push(next)
    }
    if (cycle.length < 2 || cycle.some(({ broken }) => broken)) continue
    report({ severity: 'warning', kind: 'sourceCycle', values: [describeCycle(cycle)] }, section.sourceSpan)
  }
}
