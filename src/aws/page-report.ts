import type { ConsolePlace } from './console-place'
import type { PageFacts } from './page-facts'
import { partitions, signInHosts } from './partitions'

/** All facts, in the order in which a report has them. */
const factNames = [
  'sessionData',
  'signInEndpoint',
  'loginAccount',
  'loginUser',
  'roleAccount',
  'roleUser',
] as const satisfies readonly (keyof PageFacts)[]

/** The longest form of a fact that a report has. */
const maxFactLength = 600

/** What a report is made of. */
export interface Reported {
  /** Why nothing can be posted from the page. */
  readonly problem: string
  readonly facts: PageFacts
  readonly url: string
  readonly place: ConsolePlace
  /** Of what type the page's CSRF token is. */
  readonly token: string
  readonly version: string
  readonly browser: string
}

/**
 * A report to copy if nothing can be posted from a page: where the page is, which facts it has and of what form, but no
 * account, name, role or session. Digits are written as 0, letters of what isn't AWS's own word as x. How a report
 * becomes a row of the demo console: docs/console.md.
 */
export function pageReport({ problem, facts, url, place, token, version, browser }: Reported): string {
  const { partition, family, region, session } = place
  const { hostname, pathname, search } = new URL(url)
  const parameters = search
    .slice(1)
    .split('&')
    .map(pair => pair.split('=', 1)[0] ?? '')
    .filter(name => parameterNames.has(name))
  const seconds = facts.loadedFor === undefined ? undefined : Math.round(Number(facts.loadedFor) / 1000)
  return [
    `Rolecall ${version}, ${browser}`,
    problem,
    `partition: ${partition}, ${family} hosts, region ${region ?? 'not named'}`,
    `host: ${hostForm(hostname, place)}${session === undefined ? '' : `, session name of ${session.length - 13} after the account`}`,
    `path: /${services.exec(pathname)?.[1] ?? ''}, parameters: ${parameters.join(' ') || 'none'}`,
    `loaded: ${seconds === undefined ? 'still loading' : `${seconds} s ago`}, names in ${facts.form ?? 'the script'}`,
    `token: ${token}`,
    ...factNames.map(name => `${name}: ${formOf(facts[name])}`),
  ].join('\n')
}

const services = /^\/([a-z\d-]{1,40})(?:\/|$)/
const parameterNames = new Set(['region', 'account', 'login_hint', 'state', 'hashArgs', 'isauthcode', 'code'])

/** The host without a session's name and without names below the console's domain that aren't regions. */
function hostForm(host: string, { region, session }: ConsolePlace): string {
  const labels = host.split('.')
  return labels
    .map((label, index) => {
      if (index === 0 && session !== undefined) return '<session>'
      if (label === region) return '<region>'
      return awsLabels.has(label) || index > labels.length - 3 ? label : hidden(label)
    })
    .join('.')
}

/** Names in AWS's own hosts. */
const awsLabels = new Set([
  'console',
  'health',
  'phd',
  'lightsail',
  's3',
  ...partitions.flatMap(partition =>
    (['first', 'dual-stack'] as const).flatMap(family => signInHosts(partition, family)[0]?.split('.') ?? []),
  ),
])

/** Words of AWS's own in the session data: the keys of docs/console.md and what stands beside them. */
const known =
  /prismModeEnabled|sessionDifferentiator|signInEndpoint|infrastructureRegion|sessionARN|true|false|null|arn|aws|sts|iam|assumed-role|user|role|root|signin|amazon|com|accountId|accountAlias|displayName|eu|cn|fips/g

function formOf(fact: string | undefined): string {
  if (fact === undefined) return 'absent'
  const kept = fact.slice(0, maxFactLength)
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
