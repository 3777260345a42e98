import { portalAddresses } from '../../config/parse/portal-profiles'
import type { Profile } from '../../config/parse/profile'
import { readLayer } from '../../config/resolve/layer'

/** Returns the URLs of the portals that a list knows, each once: those of its `[sso-session …]`s, then of its profiles. */
export function portalsIn(text: string, profiles: readonly Profile[]): readonly string[] {
  const sessions = [...readLayer(text, 'personal', 0).portalSessions.values()]
  const written = [...sessions.map(session => session?.url), ...profiles.map(({ portal }) => portal?.url)]
  return [...new Set(written.flatMap(url => portalAddresses(url ?? '')[0] || []))]
}
