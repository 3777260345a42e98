import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Role } from '../../src/config/resolve/role'
import type { ReaderFinder } from '../../src/roles/before-switch'
import { isForPage } from '../../src/roles/order'
import { type Query, readQuery } from '../../src/roles/query'
import type { Typos } from '../../src/roles/term'
import type { OpenSession } from '../../src/sessions/known-sessions'
import type { Density } from '../../src/settings/settings'
import { lazily } from '../lazily'
import type { MenuData } from '../state'
import { GroupRow } from './group-row'
import { RoleRow } from './role-row'
import { rowHeight } from './row-height'
import type { Row } from './rows'
import { SectionRow } from './section-row'
import { SwitchBackRow } from './switch-back-row'
import { rowAt, scrollToRow, type Tops, topsOf, visibleRows } from './visible-rows'

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
  /** Names of the ticked roles. Once one has been ticked, they are the selected options. */
  readonly ticked?: ReadonlySet<string> | undefined
  readonly query: string
  /** What the query's words are matched with, to mark what they match. */
  readonly typos: Typos | undefined
  readonly hideAccountIds: boolean
  readonly busyRole: Role | undefined
  /** Used to show which role is taken in place of another. */
  readonly readerOf?: ReaderFinder | undefined
  /** Used to show through what a role is reached. */
  readonly through?: MenuData['through']
  /** Used to show which roles are open. */
  openIn?(role: Role): OpenSession | undefined
  onChoose(row: Row): void
  /** The pointer has moved onto the row. */
  onPoint?(index: number): void
  onActions?(role: Role): void
}

const HereRow = lazily(() => import('../pasted/here-row'), 'HereRow')
const AgainRow = lazily(() => import('./again-row'), 'AgainRow')

const listId = 'roles'

/** Returns how many rows of roles the list has room for now. */
export function rowsOnScreen(density: Density): number {
  const height = document.getElementById(listId)?.parentElement?.clientHeight ?? 0
  return Math.max(1, Math.floor(height / rowHeight(density)))
}

/** Returns the id of an option, for `aria-activedescendant`. */
export function optionId(index: number): string {
  return `role-${index}`
}

/** A listbox in which only the rows in view, and the active one, are in the document. */
export function RoleList(props: RoleListProps) {
  const { label, rows, rowsInView, density, active, ticked, query, typos, onChoose } = props
  const wanted = useMemo(() => readQuery(query, typos), [query, typos])
  const list = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const tops = useMemo(
    () => topsOf(rows.length, index => rowHeight(density, rows[index]?.kind)),
    [rows, density],
  )
  const headings = useMemo(() => rows.flatMap((row, index) => (isHeading(row) ? [index] : [])), [rows])
  const height = rowsInView * rowHeight(density)

  // A new list starts at its top, and the active row is never out of view.
  const isDrawn = useRef(false)
  useLayoutEffect(() => {
    if (!list.current) return
    // The first time, the list is at its top and as high as it wants to be: asking would make the browser lay it out twice.
    const isNew = !isDrawn.current
    isDrawn.current = true
    if (isNew && scrollToRow(tops, active, 0, height, 0) === 0) return
    // If the popup has little room, the list is lower than it wants to be.
    const { scrollTop, clientHeight } = list.current
    // The heading above a section's first row comes into view with it.
    const covered = headingOf(rows, headings, active) === undefined ? 0 : rowHeight(density, 'group')
    const isFirst = rows.findIndex(({ kind }) => kind !== 'section') === active
    const top = isFirst ? 0 : scrollToRow(tops, active, scrollTop, clientHeight, covered)
    list.current.scrollTop = top
    setScrollTop(top)
  }, [rows, active, height])

  const { first, end } = visibleRows(tops, scrollTop, height)
  const shown = Array.from({ length: end - first }, (_, offset) => first + offset)
  // The browser follows aria-activedescendant only to elements in the document.
  if (active < first || active >= end) shown.push(active)
  const sections = headings.filter(index => rows[index]?.kind === 'section')
  const heading = headingAt(rows, headings, tops, scrollTop)

  return (
    <div
      class={`role-list ${density}`}
      style={{ height: `${height}px` }}
      ref={list}
      // Otherwise Tab would stop at it, because it scrolls. The search box's keys scroll it.
      tabIndex={-1}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      {heading && (
        <div class="sticky-heading" aria-hidden="true" onClick={() => onChoose(heading)}>
          <div
            class={`role-option ${heading.kind}`}
            style={{ height: `${rowHeight(density, heading.kind)}px` }}
          >
            {heading.kind === 'group' ? <GroupRow {...heading} /> : <SectionRow {...heading} />}
          </div>
        </div>
      )}
      <div
        role="listbox"
        id={listId}
        aria-label={label}
        aria-multiselectable={ticked && true}
        style={{ height: `${tops[rows.length]}px` }}
      >
        {shown.map(index => (
          <Option key={index} index={index} wanted={wanted} tops={tops} sections={sections} {...props} />
        ))}
      </div>
    </div>
  )
}

type Heading = Extract<Row, { readonly kind: 'group' | 'section' }>

function isHeading(row: Row | undefined): row is Heading {
  return row?.kind === 'group' || row?.kind === 'section'
}

/** Returns the heading that the row is under, or that it is. `headings` has the indices of them all. */
function headingOf(rows: readonly Row[], headings: readonly number[], index: number): Heading | undefined {
  const [row, heading] = [rows[index], rows[headings.findLast(at => at <= index) ?? -1]]
  if (!isHeading(heading)) return undefined
  // Roles without a group follow those of the last group.
  const isOutside = heading.kind === 'group' && row?.kind === 'role' && row.under !== 'group'
  return isOutside ? undefined : heading
}

/** Returns the heading of the rows at the top of the viewport, unless it is itself there. */
function headingAt(
  rows: readonly Row[],
  headings: readonly number[],
  tops: Tops,
  scrollTop: number,
): Heading | undefined {
  const index = rowAt(tops, scrollTop)
  const isAtTop = scrollTop <= 0 || (isHeading(rows[index]) && tops[index] === scrollTop)
  return isAtTop ? undefined : headingOf(rows, headings, index)
}

function Option({
  index,
  wanted,
  tops,
  sections,
  ...props
}: RoleListProps & {
  readonly index: number
  readonly wanted: Query
  readonly tops: Tops
  /** Indices of the headings that can't be chosen. */
  readonly sections: readonly number[]
}) {
  const { rows, active, ticked, busyRole, onChoose, onPoint, onActions } = props
  const row = rows[index]
  if (!row) return null
  const [top = 0, bottom = 0] = [tops[index], tops[index + 1]]
  const place = { top: `${top}px`, height: `${bottom - top}px` }
  if (row.kind === 'section') {
    return (
      <div class="role-option section" aria-hidden="true" style={place}>
        <SectionRow {...row} />
      </div>
    )
  }
  const role = row.kind === 'role' ? row.role : undefined
  const isTicked = role !== undefined && ticked?.has(role.name)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search box chooses the active option.
    <div
      role="option"
      id={optionId(index)}
      class={`role-option ${row.kind}${row.kind === 'group' && row.folded ? ' folded' : ''}${index === active ? ' active' : ''}${isTicked ? ' ticked' : ''}`}
      aria-selected={ticked ? isTicked : index === active}
      aria-setsize={rows.length - sections.length}
      aria-posinset={index + 1 - sections.filter(section => section < index).length}
      aria-busy={role !== undefined && role === busyRole}
      title={role && tooltip(role)}
      style={place}
      // The focus stays where the user types.
      onMouseDown={event => event.preventDefault()}
      onClick={() => onChoose(row)}
      onPointerMove={event => {
        // A row that scrolls under the pointer hasn't been pointed at.
        if ((event.movementX || event.movementY) && index !== active) onPoint?.(index)
      }}
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

/** The whole name, which a row may have to shorten, and the description. */
function tooltip({ name, description }: Role): string {
  return [name, description].filter(Boolean).join('\n')
}

function RowContent({
  row,
  wanted,
  current,
  page,
  pinned,
  openIn,
  readerOf,
  through,
  hideAccountIds,
}: RoleListProps & { readonly row: Row; readonly wanted: Query }) {
  if (row.kind === 'group') return <GroupRow {...row} />
  if (row.kind === 'section') return <SectionRow {...row} />
  if (row.kind === 'here') return <HereRow />
  if (row.kind === 'again') return <AgainRow {...row} />
  if (row.kind === 'switch-back')
    return <SwitchBackRow account={row.account} hideAccountIds={hideAccountIds} />
  const { role } = row
  return (
    <RoleRow
      role={role}
      isRecent={row.under === 'recent'}
      isCurrent={role.name === current?.name}
      isOpen={openIn?.(role) !== undefined}
      reader={readerOf?.(role)?.name}
      through={through?.(role)?.label}
      isPinned={pinned?.includes(role.name) ?? false}
      isForPage={row.under === 'page' || (page !== undefined && isForPage(role, page))}
      isInGroup={row.under === 'group'}
      query={wanted}
      hideAccountId={hideAccountIds}
    />
  )
}
