import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Session } from '../src/console/session'
import { isCurrent } from '../src/roles/is-current'
import type { Role } from '../src/roles/role'
import { type Term, terms } from '../src/roles/term'
import type { Density } from '../src/storage/settings'
import { RoleRow } from './role-row'
import { rowHeight } from './row-height'
import { scrollToRow, visibleRows } from './visible-rows'

interface RoleListProps {
  readonly label: string
  readonly roles: readonly Role[]
  /** By which the current role is marked. */
  readonly session: Session
  /** The list is as high as so many rows, however many there are. */
  readonly rowsInView: number
  readonly density: Density
  /** Index of the role that is marked as active. */
  readonly active: number
  readonly query: string
  readonly hideAccountIds: boolean
  readonly busyRole: Role | undefined
  onChoose(role: Role): void
}

/** The id of an option, for `aria-activedescendant`. */
export function optionId(index: number): string {
  return `role-${index}`
}

/** A listbox of roles of which only the rows in view, and the active one, are in the document. */
export function RoleList(props: RoleListProps) {
  const { label, roles, rowsInView, density, active, query } = props
  const wanted = useMemo(() => terms(query), [query])
  const list = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const row = rowHeight(density)
  const height = rowsInView * row

  // A new list starts at its top, and the active row is never out of view.
  useLayoutEffect(() => {
    if (!list.current) return
    // Where the popup has little room, the list is lower than it wants to be.
    const { scrollTop, clientHeight } = list.current
    const top = active === 0 ? 0 : scrollToRow(active, row, scrollTop, clientHeight)
    list.current.scrollTop = top
    setScrollTop(top)
  }, [roles, active, height])

  const { first, end } = visibleRows(roles.length, row, scrollTop, height)
  const shown = Array.from({ length: end - first }, (_, offset) => first + offset)
  // The browser follows aria-activedescendant only to what is in the document.
  if (active < first || active >= end) shown.push(active)

  return (
    <div
      class={`role-list ${density}`}
      style={{ height: `${height}px` }}
      ref={list}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="listbox" id="roles" aria-label={label} style={{ height: `${roles.length * row}px` }}>
        {shown.map(index => (
          <Option key={index} index={index} terms={wanted} {...props} />
        ))}
      </div>
    </div>
  )
}

function Option({
  index,
  roles,
  session,
  terms,
  active,
  density,
  hideAccountIds,
  busyRole,
  onChoose,
}: RoleListProps & { readonly index: number; readonly terms: readonly Term[] }) {
  const role = roles[index]
  const height = rowHeight(density)
  if (!role) return null
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search box chooses the active option.
    <div
      role="option"
      id={optionId(index)}
      class="role-option"
      aria-selected={index === active}
      aria-setsize={roles.length}
      aria-posinset={index + 1}
      aria-busy={role === busyRole}
      title={role.description}
      style={{ top: `${index * height}px`, height: `${height}px` }}
      // The focus stays where the user types.
      onMouseDown={event => event.preventDefault()}
      onClick={() => onChoose(role)}
    >
      <RoleRow
        role={role}
        isCurrent={isCurrent(role, session)}
        terms={terms}
        hideAccountId={hideAccountIds}
      />
    </div>
  )
}
