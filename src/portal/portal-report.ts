import { countRoles } from './plan/found-role'
import type { Scan } from './scan'

/**
 * Returns a report to copy if a portal isn't understood: how its answers looked, by keys and types, without a value. See
 * docs/portal.md for how to turn it into a row of the demo's portals.
 */
export function portalReport(
  { found, state, listing, rolesBy, turn, left, pending, seen }: Scan,
  version: string,
  browser: string,
): string {
  const failure = state.kind === 'failed' ? state.failure.kind : undefined
  const roles = countRoles(found.accounts)
  return [
    `Rolecall ${version}, ${browser}`,
    `portal: ${hostForm(found.url)}, region ${found.region === undefined ? 'not named' : 'named'}`,
    `search: ${failure ?? state.kind}, ${listing.kind}, roles by ${rolesBy}, pages by ${turn}`,
    `found: ${found.accounts.length} accounts, ${roles} roles, ${found.applications} applications, ${pending.length} to go`,
    `left out: ${left.withoutId} without id, ${left.unread} unread${left.isCut ? ', cut' : ''}`,
    ...seen.map(({ asked, answer }) => `${asked}: ${answer}`),
  ].join('\n')
}

/** Returns the portal's host without its own name, and its path without an id. */
function hostForm(url: string): string {
  const { hostname, pathname } = new URL(url)
  const [first = '', ...others] = hostname.split('.')
  const name = first === 'start' ? first : '<name>'
  return `${[name, ...others].join('.')}${pathname.replace(/^(\/directory\/).*/, '$1<id>').replace(/^\/$/, '')}`
}
