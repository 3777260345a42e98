import { message } from '../src/browser/message'
import { readableColor } from '../src/roles/color'
import type { Role } from '../src/roles/role'
import { Highlighted } from './highlighted'
import { Swatch } from './swatch'

/**
 * The row backgrounds with the least contrast, of the active row: `--row-active` in popup.css. What can be read
 * there can be read on the other rows too.
 */
const activeRow = { light: 'e8ebfd', dark: '2a3157' } as const

interface RoleRowProps {
  readonly role: Role
  readonly query: string
  readonly hideAccountId: boolean
}

/** What a row shows of a role. Its text is the option's accessible name, so it starts with the profile's name. */
export function RoleRow({ role, query, hideAccountId }: RoleRowProps) {
  const { name, roleName, account, accountAlias, group, description, current } = role
  return (
    <>
      <Swatch role={role} />
      <span class="role-texts">
        <span class="role-line">
          <span class="role-name" style={nameColors(role.color)}>
            <Highlighted text={name} query={query} />
          </span>
          {current && <span class="role-current">{message('popup_current')}</span>}
          {group !== undefined && (
            <span class="role-group">
              <Highlighted text={group} query={query} />
            </span>
          )}
        </span>
        <span class="role-line role-details">
          <span class="role-what">
            <Highlighted text={roleName} query={query} />
            {description !== undefined && (
              <span class="role-description">
                <Highlighted text={description} query={query} />
              </span>
            )}
          </span>
          {!hideAccountId && (
            <span class="role-account">
              {accountAlias !== undefined && (
                <>
                  <Highlighted text={accountAlias} query={query} />{' '}
                </>
              )}
              <Highlighted text={account} query={query} />
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
