import { message } from '../src/browser/message'
import { readableColor } from '../src/roles/color'
import type { Role } from '../src/roles/role'
import { literalWhereFound, type Term } from '../src/roles/term'
import { Highlighted } from './highlighted'
import { TeamIcon } from './icons'
import { Swatch } from './swatch'

/**
 * The row backgrounds with the least contrast, of the active row: `--row-active` in role-list.css. What can be read
 * there can be read on the other rows too.
 */
const activeRow = { light: 'e8ebfd', dark: '2a3157' } as const

interface RoleRowProps {
  readonly role: Role
  readonly isCurrent: boolean
  readonly terms: readonly Term[]
  readonly hideAccountId: boolean
}

/** What a row shows of a role. Its text is the option's accessible name, so it starts with the profile's name. */
export function RoleRow({ role, isCurrent, terms: wanted, hideAccountId }: RoleRowProps) {
  const { name, roleName, account, accountAlias, group, description } = role
  const terms = literalWhereFound(wanted, [name, roleName, account, accountAlias, group, description])
  return (
    <>
      <Swatch role={role} />
      <span class="role-texts">
        <span class="role-line">
          <span class="role-name" style={nameColors(role.color)}>
            <Highlighted text={name} terms={terms} />
          </span>
          {isCurrent && <span class="role-current">{message('popup_current')}</span>}
          {role.origin !== undefined && (
            <span class="role-team" title={message('popup_team')}>
              <TeamIcon />
              <span class="visually-hidden">{message('popup_team')}</span>
            </span>
          )}
          {group !== undefined && (
            <span class="role-group">
              <Highlighted text={group} terms={terms} />
            </span>
          )}
        </span>
        <span class="role-line role-details">
          <span class="role-what">
            <Highlighted text={roleName} terms={terms} />
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
                  <Highlighted text={accountAlias} terms={terms} />{' '}
                </>
              )}
              <Highlighted text={account} terms={terms} />
            </span>
          )}
        </span>
      </span>
    </>
  )
}

function nameColors(color: string | undefined) {
  if (color === undefined) return undefined
  return {
    '--name-light': `#${readableColor(color, activeRow.light)}`,
    '--name-dark': `#${readableColor(color, activeRow.dark)}`,
  }
}
