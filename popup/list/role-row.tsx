import type { ComponentChildren } from 'preact'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import type { NarrowField, Query } from '../../src/roles/query'
import { literalWhereFound } from '../../src/roles/term'
import { PinIcon, PortalIcon, TeamIcon } from '../../styles/icons/menu-icons'
import { Highlighted, HighlightedAccount, HighlightedName } from './highlighted-text'
import { Swatch } from './swatch'

interface RoleRowProps {
  readonly role: Role
  /** Whether it is listed among the recent ones. */
  readonly isRecent: boolean
  readonly isCurrent: boolean
  /** Whether another tab has it open. */
  readonly isOpen: boolean
  /** The profile that Enter opens in its place. */
  readonly reader: string | undefined
  /** What is opened first to reach it, in words. */
  readonly through: string | undefined
  readonly isPinned: boolean
  /** Whether its profile says that it is for the page. */
  readonly isForPage: boolean
  /** Whether it is below its group's heading. */
  readonly isInGroup: boolean
  readonly query: Query
  readonly hideAccountId: boolean
}

/** A role's row. Its text is the option's accessible name, so it starts with the profile's name. */
export function RoleRow({
  role,
  isRecent,
  isCurrent,
  isOpen,
  reader,
  through,
  isPinned,
  isForPage,
  isInGroup,
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
          <HighlightedName name={name} terms={terms} />{' '}
          {isRecent && <span class="visually-hidden">{message('popup_recentRole')} </span>}
          {isCurrent && <span class="role-mark current">{message('popup_current')} </span>}
          {isOpen && <span class="role-mark">{message('popup_open')} </span>}
          {isForPage && <span class="role-mark">{message('popup_forPage')} </span>}
          {isPinned && <IconMark text={message('popup_pinned')} icon={<PinIcon />} />}
          {role.portal !== undefined && <IconMark text={message('popup_portal')} icon={<PortalIcon />} />}
          {role.origin !== undefined && <IconMark text={message('popup_team')} icon={<TeamIcon />} />}
        </span>
        <span class="role-details">
          {reader !== undefined && (
            <span class="role-instead">{message('popup_readerFirst', reader)} · </span>
          )}
          <Highlighted text={roleName} terms={termsOf('role')} />
          {through && <span class="role-detail">{through}</span>}
          {group !== undefined && !isInGroup && (
            <span class="role-detail">
              <Highlighted text={group} terms={termsOf('group')} />
            </span>
          )}
          {description !== undefined && (
            <span class="role-detail role-description">
              <Highlighted text={description} terms={terms} />
            </span>
          )}
        </span>
      </span>
      {!hideAccountId && (
        <span class="role-account">
          <HighlightedAccount account={account} terms={termsOf('account')} />
          {accountAlias !== undefined && (
            <span class="role-alias">
              <Highlighted text={accountAlias} terms={termsOf('account')} />
            </span>
          )}
        </span>
      )}
    </>
  )
}

/** An icon with a text for screen readers and the tooltip. */
function IconMark({ text, icon }: { readonly text: string; readonly icon: ComponentChildren }) {
  return (
    <span class="role-icon" title={text}>
      {icon}
      <span class="visually-hidden">{text} </span>
    </span>
  )
}
