import type { DiagnosticKind, Problem } from '../parse/diagnostic'
import { type Place, type Report, type Section, sourceOf } from '../parse/section'
import { nameGuesser } from '../parse/suggest'
import { encode } from '../parse/value'
import { describeCycle } from './includes'

const mostGuesses = 5

interface Fault {
  readonly name: string
  readonly span: Place
  readonly base: Section | undefined
  count: number
}

/**
 * Checks each `source_profile`: that it names a profile, and one that says where to be signed in. One that doesn't is told
 * once, where it is first written, with the number of profiles concerned: they are offered in every account.
 */
export function checkSources(sections: ReadonlyMap<string, Section>, report: Report): void {
  const faults = new Map<string, Fault>()
  for (const section of sections.values()) {
    const { sourceSpan: span, broken, profile } = section
    const name = profile.sourceProfile
    if (name === undefined || !span || broken) continue
    const base = sections.get(name)
    if (base === section) report({ severity: 'info', kind: 'selfSource', values: [name] }, span)
    else if (!base && span.whole !== undefined && sections.has(span.whole)) {
      // That it is cut off is told where it is.
    } else if (!base || base.broken || !namesWhereSignedIn(base)) {
      const fault = faults.get(name)
      if (fault) fault.count++
      else faults.set(name, { name, span, base, count: 1 })
    }
  }
  const guess = nameGuesser(sections, mostGuesses)
  for (const fault of faults.values()) {
    report(sourceProblem(fault, fault.base ? undefined : guess(fault.name)), fault.span)
  }
  reportCycles(sections, report)
}

function namesWhereSignedIn({ profile, ssoAccount, ssoRoleName }: Section): boolean {
  return profile.account !== undefined || (ssoAccount !== undefined && ssoRoleName !== undefined)
}

function sourceProblem({ name, span, base, count }: Fault, guess: string | undefined): Problem {
  const severity = 'warning'
  if (base && base.text !== span.text) {
    const kind = base.broken ? 'brokenSourceElsewhere' : 'sourceWithoutAccountElsewhere'
    return { severity, kind, values: [name, String(count)] }
  }
  if (base) {
    return { severity, kind: baseProblem(base), values: [name, String(base.line), String(count)] }
  }
  if (guess === undefined) return { severity, kind: 'missingSource', values: [name, String(count)] }
  const fix = { text: encode(guess) }
  return { severity, kind: 'misspelledSource', values: [name, guess, String(count)], fix }
}

function baseProblem({ broken, ssoAccount }: Section): DiagnosticKind {
  if (broken) return 'brokenSource'
  return ssoAccount === undefined ? 'sourceWithoutAccount' : 'sourceWithoutSsoRole'
}

/** Tells each cycle of two or more profiles once. AWS refuses them; here each link works by itself. */
function reportCycles(sections: ReadonlyMap<string, Section>, report: Report): void {
  const seen = new Map<Section, Section>()
  for (const start of sections.values()) {
    // Most base accounts have no source of their own: then there is nothing to walk.
    if (sourceOf(start, sections)?.profile.sourceProfile === undefined) continue
    let section: Section | undefined = start
    while (section && section.profile.sourceProfile !== undefined && !seen.has(section)) {
      seen.set(section, start)
      section = sourceOf(section, sections)
    }
    // Only a walk that comes back to where it has been itself has found a cycle, and a new one.
    if (!section?.sourceSpan || seen.get(section) !== start) continue
    const cycle = [section]
    for (let next = sourceOf(section, sections); next && next !== section; next = sourceOf(next, sections)) {
      cycle.push(next)
    }
    if (cycle.length < 2 || cycle.some(({ broken }) => broken)) continue
    report({ severity: 'warning', kind: 'sourceCycle', values: [describeCycle(cycle)] }, section.sourceSpan)
  }
}
