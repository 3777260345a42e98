import type { ConsolePlace } from './console-place'
import type { PageFacts } from './page-facts'
import { partitions, signInHosts } from './partitions'

/** All facts, in report order. */
const factNames = [
  'sessionData',
  'signInEndpoint',
  'loginAccount',
  'loginUser',
  'roleAccount',
  'roleUser',
] as const satisfies readonly (keyof PageFacts)[]

/** The maximum length of a fact's form in a report. */
const maxFactLength = 600

export interface Reported {
  /** Why Rolecall can't post from the page. */
  readonly failure: string
  readonly facts: PageFacts
  readonly url: string
  readonly place: ConsolePlace
  /** The type of the page's CSRF token. */
  readonly token: string
  readonly version: string
  readonly browser: string
}

/**
 * Returns a report to copy if Rolecall can't post from a page. It says where the page is, which facts it has and in what
 * form, but contains no account, name, role or session. Digits become 0, and letters become x except in AWS's own words. See
 * docs/console.md for how to turn a report into a row of the demo console.
 */
export function pageReport({ failure, facts, url, place, token, version, browser }: Reported): string {
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
    failure,
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

/** Returns the host without the session's id and without names below the console's domain that aren't regions. */
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

/** Names in AWS's own host names. */
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

/** AWS's own words in the session data: the keys in docs/console.md and the ones that appear next to them. */
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
