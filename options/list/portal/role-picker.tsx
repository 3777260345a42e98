import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { rowHeight } from '../../../popup/list/row-height'
import { scrollToRow, topsOf, visibleRows } from '../../../popup/list/visible-rows'
import { formatNumber, message } from '../../../src/browser/i18n'
import { unturned } from '../../../src/lib/bidi'
import { shortcutOf } from '../../../src/lib/shortcut-of'
import type { PlannedRole } from './choices'
import { keysOf, type PickerRow, pickerRows, tickOf, toggled } from './picker-rows'

/** The most rows in view. */
const maxRowsInView = 12

interface RolePickerProps {
  readonly planned: readonly PlannedRole[]
  readonly unticked: ReadonlySet<string>
  readonly hideAccountIds: boolean
  onChange(unticked: ReadonlySet<string>): void
}

/** The new roles by account, each with a tick. Only the rows in view are in the document, however many there are. */
export function RolePicker({ planned, unticked, hideAccountIds, onChange }: RolePickerProps) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [scrollTop, setScrollTop] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => pickerRows(planned, query), [planned, query])
  const height = rowHeight('compact')
  const tops = useMemo(() => topsOf(rows.length, () => height), [rows.length, height])
  const viewHeight = Math.min(rows.length, maxRowsInView + 0.5) * height
  const shownKeys = useMemo(() => rows.flatMap(row => (row.kind === 'role' ? row.role.key : [])), [rows])
  const tick = tickOf(shownKeys, unticked)
  const all = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (all.current) all.current.indeterminate = tick === 'some'
  })

  // Another search starts at its top.
  useEffect(() => {
    setActive(0)
    if (list.current) list.current.scrollTop = 0
  }, [query])
  const goTo = (index: number) => {
    const row = Math.max(0, Math.min(rows.length - 1, index))
    setActive(row)
    if (list.current) list.current.scrollTop = scrollToRow(tops, row, list.current.scrollTop, viewHeight)
  }
  const toggle = (index: number) => {
    const row = rows[index]
    if (row) onChange(toggled(unticked, keysOf(row)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event)
    const to = moves[shortcut ?? '']?.(active, rows.length)
    if (to !== undefined) goTo(to)
    else if (shortcut === ' ') toggle(active)
    else return
    event.preventDefault()
  }

  const { first, end } = visibleRows(tops, scrollTop, viewHeight)
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset)
  // The browser follows aria-activedescendant only to elements in the document.
  if (active < rows.length && (active < first || active >= end)) shown.push(active)
  const chosen = planned.filter(({ key }) => !unticked.has(key)).length
  return (
    <>
      <input
        type="search"
        class="text-input picker-search"
        aria-label={message('options_portalSearch')}
        placeholder={message('options_portalSearch')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={event => setQuery(event.currentTarget.value)}
      />
      <label class="choice picker-all">
        <input
          type="checkbox"
          ref={all}
          checked={tick === 'all'}
          disabled={shownKeys.length === 0}
          onChange={() => onChange(toggled(unticked, shownKeys))}
        />
        {message('options_portalChosen', formatNumber(chosen), formatNumber(planned.length))}
      </label>
      {rows.length === 0 ? (
        <p class="picker-none">{message('options_portalNoMatch')}</p>
      ) : (
        <div
          class="picker"
          role="listbox"
          aria-multiselectable="true"
          aria-label={message('options_portalNewTitle')}
          aria-activedescendant={optionId(active)}
          tabIndex={0}
          ref={list}
          style={{ height: `${viewHeight}px` }}
          onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
          onKeyDown={onKeyDown}
        >
          <div class="picker-rows" role="presentation" style={{ height: `${tops[rows.length]}px` }}>
            {shown.map(index => {
              const row = rows[index]
              return (
                row && (
                  <Row
                    key={index}
                    row={row}
                    index={index}
                    count={rows.length}
                    isActive={index === active}
                    tick={tickOf(keysOf(row), unticked)}
                    top={tops[index] ?? 0}
                    height={height}
                    hideAccountIds={hideAccountIds}
                    onPress={() => {
                      setActive(index)
                      toggle(index)
                    }}
                  />
                )
              )
            })}
          </div>
        </div>
      )}
    </>
  )
}

const moves: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: active => active + 1,
  ArrowUp: active => active - 1,
  PageDown: active => active + maxRowsInView,
  PageUp: active => active - maxRowsInView,
  Home: () => 0,
  End: (_, count) => count - 1,
}

interface RowProps {
  readonly row: PickerRow
  readonly index: number
  readonly count: number
  readonly isActive: boolean
  readonly tick: 'all' | 'some' | 'none'
  readonly top: number
  readonly height: number
  readonly hideAccountIds: boolean
  onPress(): void
}

function Row({ row, index, count, isActive, tick, top, height, hideAccountIds, onPress }: RowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys.
    <div
      role="option"
      id={optionId(index)}
      class={`picker-row ${row.kind}${isActive ? ' active' : ''}`}
      aria-selected={tick === 'all'}
      aria-checked={tick === 'some' ? 'mixed' : tick === 'all'}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ top: `${top}px`, height: `${height}px` }}
      onClick={onPress}
    >
      <span class={`tick ${tick}`} aria-hidden="true" />
      {row.kind === 'account' ? (
        <>
          <bdi class="picker-name">{unturned(row.account.name) || row.account.id}</bdi>
          {!hideAccountIds && row.account.name !== '' && <span class="picker-quiet">{row.account.id}</span>}
        </>
      ) : (
        <>
          {row.role.color !== '' && <span class="picker-color" style={{ background: row.role.color }} />}
          <bdi class="picker-name">{row.role.name}</bdi>
          <span class="picker-quiet">
            {groupOf(row.role) !== '' && (
              <>
                <bdi>{unturned(groupOf(row.role))}</bdi>
                {' · '}
              </>
            )}
            <bdi>{row.role.roleName}</bdi>
          </span>
        </>
      )}
    </div>
  )
}

/** Returns the group that the role gets, unless that is its permission set. */
function groupOf({ group, roleName }: PlannedRole): string {
  return group === roleName ? '' : group
}

function optionId(index: number): string {
  return `found-${index}`
}
