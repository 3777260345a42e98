import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Role } from '../src/config/resolve/role'
import { isForPage } from '../src/roles/order'
import { type Query, readQuery } from '../src/roles/query'
import type { Typos } from '../src/roles/term'
import type { OpenSession } from '../src/sessions/known-sessions'
import type { Density } from '../src/settings/settings'
import { GroupRow } from './group-row'
import { RoleRow } from './role-row'
import { rowHeight } from './row-height'
import type { Row } from './rows'
import { SwitchBackRow } from './switch-back-row'
import { scrollToRow, visibleRows } from './visible-rows'

interface RoleListProps {
  readonly label: string
  readonly rows: readonly Row[]
  /** The role that the page is in, which is highlighted. */
  readonly current?: Role | undefined
  /** The URL of the page; roles for this page say so. */
  readonly page?: string | undefined
  /** Names of the roles that are shown as pinned. */
  readonly pinned?: readonly string[]
  /** The list is as high as this many rows, however many there are. */
  readonly rowsInView: number
  readonly density: Density
  /** Index of the active row. */
  readonly active: number
  readonly query: string
  /** What the query's words are matched with, to mark what they match. */
  readonly typos: Typos | undefined
  readonly hideAccountIds: boolean
  readonly busyRole: Role | undefined
  /** Used to show which roles are open. */
  openIn?(role: Role): OpenSession | undefined
  onChoose(row: Row): void
  onActions?(role: Role): void
}

/** Returns the id of an option, for `aria-activedescendant`. */
export function optionId(index: number): string {
  return `role-${index}`
}

/** A listbox in which only the rows in view, and the active one, are in the document. */
export function RoleList(props: RoleListProps) {
  const { label, rows, rowsInView, density, active, query, typos } = props
  const wanted = useMemo(() => readQuery(query, typos), [query, typos])
  const list = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const row = rowHeight(density)
  const height = rowsInView * row

  // A new list starts at its top, and the active row is never out of view.
  useLayoutEffect(() => {
    if (!list.current) return
    // If the popup has little room, the list is lower than it wants to be.
    const { scrollTop, clientHeight } = list.current
    const top = active === 0 ? 0 : scrollToRow(active, row, scrollTop, clientHeight)
    list.current.scrollTop = top
    setScrollTop(top)
  }, [rows, active, height])

  const { first, end } = visibleRows(rows.length, row, scrollTop, height)
  const shown = Array.from({ length: end - first }, (_, offset) => first + offset)
  // The browser follows aria-activedescendant only to elements in the document.
  if (active < first || active >= end) shown.push(active)

  return (
    <div
      class={`role-list ${density}`}
      style={{ height: `${height}px` }}
      ref={list}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="listbox" id="roles" aria-label={label} style={{ height: `${rows.length * row}px` }}>
        {shown.map(index => (
          <Option key={index} index={index} wanted={wanted} {...props} />
        ))}
      </div>
    </div>
  )
}

function Option({
  index,
  wanted,
  ...props
}: RoleListProps & { readonly index: number; readonly wanted: Query }) {
  const { rows, active, density, busyRole, onChoose, onActions } = props
  const row = rows[index]
  const height = rowHeight(density)
  if (!row) return null
  const role = row.kind === 'role' ? row.role : undefined
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search box chooses the active option.
    <div
      role="option"
      id={optionId(index)}
      class={`role-option ${row.kind}${row.kind === 'group' && row.folded ? ' folded' : ''}`}
      aria-selected={index === active}
      aria-setsize={rows.length}
      aria-posinset={index + 1}
      aria-busy={role !== undefined && role === busyRole}
      title={role?.description}
      style={{ top: `${index * height}px`, height: `${height}px` }}
      // The focus stays where the user types.
      onMouseDown={event => event.preventDefault()}
      onClick={() => onChoose(row)}
      onContextMenu={event => {
        if (!role || !onActions) return
        event.preventDefault()
        onActions(role)
      }}
    >
      <RowContent row={row} wanted={wanted} {...props} />
    </div>
  )
}

function RowContent({
  row,
  wanted,
  current,
  page,
  pinned,
  openIn,
  hideAccountIds,
}: RoleListProps & { readonly row: Row; readonly wanted: Query }) {
  if (row.kind === 'group') return <GroupRow {...row} />
  if (row.kind === 'switch-back')
    return <SwitchBackRow account={row.account} hideAccountIds={hideAccountIds} />
  const { role } = row
  return (
    <RoleRow
      role={role}
      isCurrent={role.name === current?.name}
      isOpen={openIn?.(role) !== undefined}
      isPinned={pinned?.includes(role.name) ?? false}
      isForPage={page !== undefined && isForPage(role, page)}
      query={wanted}
      hideAccountId={hideAccountIds}
    />
  )
}
