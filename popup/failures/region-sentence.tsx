import type { Session } from '../../src/aws/session'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { partitionOf } from '../../src/roles/partition-of'
import { typedRegion } from '../../src/roles/typed-region'

/** The region in which Enter opens the active role, if the query asks for one. */
export function RegionSentence({ typed, role, session }: TypedRegion) {
  const region = regionFor({ typed, role, session })
  return <>{region ? message('popup_opensIn', region) : message('popup_noRegion', typed)}</>
}

interface TypedRegion {
  /** What follows the `>` of the query. */
  readonly typed: string
  readonly role: Role
  readonly session: Session | undefined
}

/** Returns the region that the query asks for; undefined if there is no such region. */
export function regionFor({ typed, role, session }: TypedRegion): string | undefined {
  return typedRegion(typed, role, partitionOf(role, session))
}
