import type { ComponentChildren } from 'preact'
import { message } from '../src/browser/i18n'
import type { Role } from '../src/config/resolve/role'
import { readableColor } from '../src/lib/color'
import type { NarrowField, Query } from '../src/roles/query'
import { literalWhereFound } from '../src/roles/term'
import { Highlighted } from './highlighted-text'
import { PinIcon, PortalIcon, TeamIcon } from './icons'
import { Swatch } from './swatch'

/**
 * The row backgrounds with the least contrast, those of the active row: `--row-active` in role-list.css. Colors that are
 * readable there are readable on the other rows too.
 */
const activeRow = { light: 'e8ebfd', dark: '2a3157' } as const

interface RoleRowProps {
  readonly role: Role
  readonly isCurrent: boolean
  /** Whether another tab has it open. */
  readonly isOpen: boolean
  readonly isPinned: boolean
  /** Whether its profile says that it is for the page. */
  readonly isForPage: boolean
  readonly query: Query
  readonly hideAccountId: boolean
}

/** A role's row. Its text is the option's accessible name, so it starts with the profile's name. */
export function RoleRow({
  role,
  isCurrent,
  isOpen,
  isPinned,
  isForPage,
  query,
  hideAccountId,
}: RoleRowProps) {
  const { name, roleName, account, accountAlias, group, description } = role
  const terms = literalWhereFound(query.words, [name, roleName, account, accountAlias, group, description])
  const termsOf = (field: NarrowField) => [
    ...terms,
    ...query.narrowings.filter(narrowing => narrowing.field === field).map(({ term }) => term),
  ]
  return (
    <>
      <Swatch role={role} />
      <span class="role-texts">
        <span class="role-line">
          <span class="role-name" style={nameColors(role.color)}>
            <Highlighted text={name} terms={terms} isName />
          </span>
          {isCurrent && <span class="role-mark current">{message('popup_current')}</span>}
          {isOpen && <span class="role-mark">{message('popup_open')}</span>}
          {isForPage && <span class="role-mark">{message('popup_forPage')}</span>}
          {isPinned && <IconMark text={message('popup_pinned')} icon={<PinIcon />} />}
          {role.portal !== undefined && <IconMark text={message('popup_portal')} icon={<PortalIcon />} />}
          {role.origin !== undefined && <IconMark text={message('popup_team')} icon={<TeamIcon />} />}
          {group !== undefined && (
            <span class="role-group">
              <Highlighted text={group} terms={termsOf('group')} />
            </span>
          )}
        </span>
        <span class="role-line role-details">
          <span class="role-what">
            <Highlighted text={roleName} terms={termsOf('role')} />
            {description !== undefined && (
              <span class="role-description">
                <Highlighted text={description} terms={terms} />
              </span>
            )}
          </span>
          {!hideAccountId && (
            <span class="role-account">
              {accountAlias !== undefined && (
                <>
                  <Highlighted text={accountAlias} terms={termsOf('account')} />{' '}
                </>
              )}
              <Highlighted text={account} terms={termsOf('account')} />
            </span>
          )}
        </span>
      </span>
    </>
  )
}

/** An icon with a text for screen readers and the tooltip. */
function IconMark({ text, icon }: { readonly text: string; readonly icon: ComponentChildren }) {
  return (
    <span class="role-icon" title={text}>
      {icon}
      <span class="visually-hidden">{text}</span>
    </span>
  )
}

function nameColors(color: string | undefined) {
  if (color === undefined) return undefined
  return {
    '--name-light': `#${readableColor(color, activeRow.light)}`,
    '--name-dark': `#${readableColor(color, activeRow.dark)}`,
  }
}
