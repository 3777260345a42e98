import type { PageFacts } from './page-facts'

/** All facts, in the order in which a report has them. */
const names = [
  'sessionData',
  'signInEndpoint',
  'loginAccount',
  'loginUser',
  'roleAccount',
  'roleUser',
] as const satisfies readonly (keyof PageFacts)[]

/** The longest form of a fact that a report has. */
const longest = 600

/**
 * A report to copy where a page's session can't be told: which facts the page has and of what form, but no account, name,
 * role or session. Digits are written as 0, letters of what isn't AWS's own word as x.
 */
export function pageReport(missing: string, facts: PageFacts, version: string, browser: string): string {
  const lines = names.map(name => `${name}: ${formOf(facts[name])}`)
  return [`Rolecall ${version}, ${browser}`, `missing: ${missing}`, ...lines].join('\n')
}

/** Words of AWS's own in the session data: the keys of docs/console.md and what stands beside them. */
const known =
  /prismModeEnabled|sessionDifferentiator|signInEndpoint|infrastructureRegion|sessionARN|true|false|null|arn|aws|sts|iam|assumed-role|user|role|root|signin|amazon|com/g

function formOf(fact: string | undefined): string {
  if (fact === undefined) return 'absent'
  const kept = fact.slice(0, longest)
  let form = ''
  let from = 0
  for (const { 0: word, index } of kept.matchAll(known)) {
    form += hidden(kept.slice(from, index)) + word
    from = index + word.length
  }
  return `${fact.length} characters: ${form}${hidden(kept.slice(from))}`
}

function hidden(text: string): string {
  return text.replace(/\p{N}/gu, '0').replace(/\p{L}/gu, 'x')
}
