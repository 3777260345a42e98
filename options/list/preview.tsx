import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { HiddenReasons } from '../../popup/failures/hidden-reasons'
import { optionId, RoleList } from '../../popup/list/role-list'
import { rowsThatFit } from '../../popup/list/row-height'
import { type Row, rowsOfMenu, rowsOfRoles } from '../../popup/list/rows'
import { withThrough } from '../../popup/offer-through-portals'
import { countMessage, message } from '../../src/browser/i18n'
import type { Profile } from '../../src/config/parse/profile'
import type { Role } from '../../src/config/resolve/role'
import { isolated } from '../../src/lib/bidi'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { pastedSearch } from '../../src/pasted/pasted-search'
import { beforeSwitch, readerFinder } from '../../src/roles/before-switch'
import { inOrder, inSearchOrder, sections } from '../../src/roles/order'
import { search } from '../../src/roles/search'
import { sessionIn } from '../../src/roles/session-in'
import { switchable } from '../../src/roles/switchable'
import { typos } from '../../src/roles/typos'
import { withoutImages } from '../../src/roles/without-images'
import type { Settings } from '../../src/settings/settings'
import type { Findings } from '../editor/document'
import type { SettingsUnit } from '../settings/use-settings'
import { PreviewNote } from './preview-note'
import { currentProfile } from './state'
import type { List } from './use-list'

/** Height of the list until it is known, in CSS pixels. */
const usualListHeight = 325

interface PreviewProps {
  readonly list: List
  /** The parser's results for the text. */
  readonly findings: Findings
  readonly settings: SettingsUnit
  /** Changes when the preview may have been hidden meanwhile. */
  readonly view: string
}

/** The menu for a user who is signed in to a base account of the list. */
export function Preview({ list, findings, settings, view }: PreviewProps) {
  const { chosen } = settings.state
  return chosen.kind === 'value' ? (
    <Menu list={list} findings={findings} settings={chosen.value} view={view} />
  ) : null
}

interface MenuProps extends Omit<PreviewProps, 'settings'> {
  readonly settings: Settings
}

function Menu({ list, findings, settings, view }: MenuProps) {
  const { preview, habits } = list.state
  const { base, query } = preview
  const { pinned, recent } = habits
  const { profiles } = findings
  const current = currentProfile(list.state)?.name
  const { onlyMatchingRoles, hideAccountIds, images, order, density } = settings
  const byName = useMemo(
    () => new Map<string, Profile>(profiles.map(profile => [profile.name, profile])),
    [profiles],
  )
  const targets = useMemo(
    () => (images ? findings.targets : withoutImages(findings.targets)),
    [images, findings.targets],
  )
  const { bases } = targets
  const chosen = bases.find(({ name }) => name === base) ?? (base === '' ? undefined : bases[0])
  const session = useMemo(() => sessionIn(chosen), [chosen])
  const {
    roles: offered,
    hidden,
    through,
  } = useMemo(
    () => withThrough(targets, switchable(targets, session, { onlyMatchingRoles }), { onlyMatchingRoles }),
    [targets, session, onlyMatchingRoles],
  )
  const roles = useMemo(() => inOrder(offered, order, habits), [offered, order, habits])
  const readerOf = useMemo(() => readerFinder(roles, settings, undefined), [roles, settings])
  const found = useMemo(
    () => pastedSearch(search(inSearchOrder(roles, order, recent), typos), { roles, all: roles, habits }),
    [roles, order, recent, habits],
  )
  const matches = useMemo(() => found.find(query), [found, query])
  const isWhole = query.trim() === ''
  const rows = useMemo(
    () =>
      isWhole
        ? rowsOfMenu({
            roles,
            headings: order === 'group',
            folded: [],
            pinned,
            ...sections(roles, order, recent, ({ name }) => pinned.includes(name)),
            backTo: undefined,
            forAddress: [],
          })
        : rowsOfRoles(matches),
    [roles, matches, isWhole, order, recent, pinned],
  )
  // A recent role is listed twice: the cursor is at its place among all roles.
  const isPlace = (row: Row) => row.kind === 'role' && row.under !== 'recent'
  const active = rows.findIndex(row => isPlace(row) && roleOf(row)?.name === current && current !== undefined)
  const shown = roles.find(({ name }) => name === current)
  const place = useRef<HTMLDivElement>(null)
  const height = useHeight(place)

  const reveal = (row: Row | undefined, focus: boolean) => {
    const profile = byName.get(roleOf(row)?.name ?? '')
    if (profile && profile.origin !== 'team') list.reveal(profile, focus)
  }
  // The team's own roles aren't in the text, so the cursor can't go there.
  const isOwn = (row: Row) => isPlace(row) && roleOf(row)?.origin !== 'team'
  const onKeyDown = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event)
    if (shortcut === 'ArrowDown')
      reveal(
        rows.find((row, index) => index > active && isOwn(row)),
        false,
      )
    else if (shortcut === 'ArrowUp')
      reveal(
        rows.findLast((row, index) => index < active && isOwn(row)),
        false,
      )
    else if (shortcut === 'Enter') reveal(rows[active] ?? rows.find(isOwn), true)
    else return
    event.preventDefault()
  }

  return (
    <section class="card preview" aria-labelledby="preview">
      <header>
        <h2 id="preview">{message('options_preview')}</h2>
        <p>{countMessage('options_roles', matches.length)}</p>
        <button
          type="button"
          class="button small"
          disabled={current === undefined}
          title={current && message('options_editRole', current)}
          onClick={list.role.edit}
        >
          {message('options_edit')}
        </button>
      </header>
      {bases.length > 0 && (
        <label class="preview-base">
          <span>{message('options_signedInTo')}</span>
          <select
            value={chosen?.name ?? ''}
            onChange={event => list.setPreview({ ...preview, base: event.currentTarget.value })}
          >
            {bases.map(({ name, account }) => (
              <option key={name} value={name}>
                {hideAccountIds ? name : `${isolated(name)} (${account})`}
              </option>
            ))}
            <option value="">{message('options_otherAccount')}</option>
          </select>
        </label>
      )}
      {roles.length > 0 && (
        <input
          class="preview-search"
          type="text"
          role="combobox"
          aria-label={message('options_previewSearch')}
          aria-autocomplete="list"
          aria-expanded={matches.length > 0}
          aria-controls="roles"
          aria-activedescendant={active === -1 ? undefined : optionId(active)}
          placeholder={message('options_previewSearch')}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={event => list.setPreview({ ...preview, query: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      )}
      <div class="preview-list" ref={place}>
        {matches.length > 0 ? (
          <RoleList
            // While it is hidden, it can't scroll to its active row.
            key={view}
            label={message('options_preview')}
            rows={rows}
            rowsInView={Math.min(rowsThatFit(density, height), rows.length)}
            density={density}
            active={active}
            query={query}
            typos={typos}
            hideAccountIds={hideAccountIds}
            busyRole={undefined}
            pinned={pinned}
            readerOf={readerOf}
            through={through}
            onChoose={row => reveal(row, true)}
          />
        ) : (
          <p class="preview-none">{message('options_previewNone')}</p>
        )}
      </div>
      {shown && (
        <PreviewNote role={shown} before={beforeSwitch(shown, { offered: roles, groups: settings })} />
      )}
      {hidden.length > 0 && (
        <details class="preview-hidden">
          <summary>{countMessage('options_hiddenHere', hidden.length)}</summary>
          <HiddenReasons hidden={hidden} hideAccountIds={hideAccountIds} />
        </details>
      )}
    </section>
  )
}

function roleOf(row: Row | undefined): Role | undefined {
  return row?.kind === 'role' ? row.role : undefined
}

/** Returns the height of an element, in CSS pixels, now and whenever it changes. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(usualListHeight)
  useLayoutEffect(() => {
    const found = element.current
    if (!found) return
    // Nothing has a height while it is hidden.
    const measure = () => found.clientHeight > 0 && setHeight(found.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(found)
    return () => observer.disconnect()
  }, [])
  return height
}
