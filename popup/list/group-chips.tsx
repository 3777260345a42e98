import { useMemo } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { isolated } from '../../src/lib/bidi'

interface GroupChipsProps {
  readonly query: string
  /** The roles that the query found. */
  readonly roles: readonly Role[]
  onQuery(query: string): void
}

/** Fewer roles than this are looked through as quickly as groups. */
const minRoles = 20
const maxChips = 6

/** The largest groups of what the query found, each of which narrows it down. Empty if there is little to narrow. */
export function GroupChips({ query, roles, onQuery }: GroupChipsProps) {
  const largest = useMemo(() => largestGroups(roles), [roles])
  const groups = query.includes('@') || roles.length < minRoles ? [] : largest
  return (
    <div class="group-chips">
      {groups.length > 1 &&
        groups.map(group => (
          <button
            key={group}
            type="button"
            class="chip"
            title={message('popup_onlyGroup', isolated(group))}
            // The focus stays where the user types.
            onMouseDown={event => event.preventDefault()}
            onClick={() => onQuery(`@${group.replace(/\s+/g, '')} ${query.trimStart()}`)}
          >
            {group}
          </button>
        ))}
    </div>
  )
}

function largestGroups(roles: readonly Role[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { group } of roles) if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, maxChips)
    .map(([group]) => group)
}
