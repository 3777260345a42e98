import type { Managed } from '../browser/storage-areas'
import { isRefreshMinutes } from '../config/parse/refresh-minutes'
import { checkTeamUrl } from '../config/parse/team-url'
import { type Policy, policyOf } from '../settings/policy'
import type { PolicyFailure } from '../settings/policy-failure'
import type { Header, TeamSource } from './team-source'

/** The policy names of a team source's properties. */
export const teamNames = {
  url: 'teamUrl',
  headers: 'teamHeaders',
  cookies: 'teamCookies',
  approve: 'teamApproval',
  refresh: 'teamRefresh',
} as const

interface Checked<Value> {
  /** Undefined if nothing usable is set. */
  readonly value?: Value
  readonly failures: readonly PolicyFailure[]
}

const noPolicy = { failures: [] }

export function teamPolicy(managed: Managed): Policy<TeamSource> {
  return policyOf(checkTeamPolicy(managed).values, managed, teamNames)
}

/** Returns the usable part of an administrator's team source, and what is wrong with the rest. */
export function checkTeamPolicy(managed: Managed): {
  readonly values: Partial<TeamSource>
  readonly failures: readonly PolicyFailure[]
} {
  const url = checkUrl(managed[teamNames.url])
  const headers = checkHeaders(managed[teamNames.headers], url.value !== undefined)
  const cookies = checkSwitch(teamNames.cookies, managed)
  const approve = checkSwitch(teamNames.approve, managed)
  const refresh = checkRefresh(managed[teamNames.refresh])
  return {
    values: {
      ...(url.value !== undefined && { url: url.value }),
      ...(headers.value && { headers: headers.value }),
      ...(cookies.value !== undefined && { cookies: cookies.value }),
      ...(approve.value !== undefined && { approve: approve.value }),
      ...(refresh.value !== undefined && { refresh: refresh.value }),
    },
    failures: [url, headers, cookies, approve, refresh].flatMap(({ failures }) => failures),
  }
}

function checkUrl(given: unknown): Checked<string> {
  if (given === undefined) return noPolicy
  const reason = checkTeamUrl(typeof given === 'string' ? given : '')
  if (reason.kind === 'url') return { value: reason.url, failures: [] }
  return { failures: [{ kind: 'bad-url', name: teamNames.url, reason }] }
}

/** Headers go only to the administrator's URL, as a token does. A failure never includes a value. */
function checkHeaders(given: unknown, hasUrl: boolean): Checked<readonly Header[]> {
  const name = teamNames.headers
  if (given === undefined) return noPolicy
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { failures: [{ kind: 'bad-headers', name }] }
  }
  if (!hasUrl) return { failures: [{ kind: 'headers-alone', name }] }
  const headers: Header[] = []
  const failures: PolicyFailure[] = []
  for (const [index, [header, value]] of Object.entries(given).entries()) {
    if (typeof value === 'string' && canSend(header, value)) headers.push([header, value])
    else failures.push({ kind: 'bad-header', name, number: index + 1 })
  }
  return { value: headers, failures }
}

function canSend(name: string, value: string): boolean {
  try {
    new Headers([[name, value]])
    return true
  } catch {
    return false
  }
}

function checkRefresh(given: unknown): Checked<number> {
  if (given === undefined) return noPolicy
  if (isRefreshMinutes(given)) return { value: given, failures: [] }
  return { failures: [{ kind: 'bad-refresh', name: teamNames.refresh }] }
}

/** Windows' registry has 1 and 0 for true and false. */
function checkSwitch(name: string, managed: Managed): Checked<boolean> {
  const given = managed[name]
  if (given === undefined) return noPolicy
  if (given === true || given === 1) return { value: true, failures: [] }
  if (given === false || given === 0) return { value: false, failures: [] }
  return { failures: [{ kind: 'not-one-of', name, values: [true, false] }] }
}
