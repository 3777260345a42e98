import { message } from '../src/browser/i18n'
import type { Role } from '../src/config/resolve/role'
import type { TargetRoles } from '../src/config/resolve/target-roles'
import { wrongRegion } from '../src/roles/wrong-region'

interface WrongRegionProps {
  /** The role that the tab is in. */
  readonly role: Role
  readonly targets: TargetRoles
  readonly page: string
  onMove(role: Role): void
}

/** Says that the page isn't in one of its role's regions, and goes there. */
export function WrongRegion({ role, targets, page, onMove }: WrongRegionProps) {
  const found = wrongRegion(role, targets, page)
  if (!found) return null
  const { here, wanted } = found
  return (
    <button
      type="button"
      class="link-button errors"
      title={message('popup_wrongRegion', here, role.name, wanted)}
      onClick={() => onMove({ ...role, region: wanted })}
    >
      {message('popup_wrongRegionGo', here, wanted)}
    </button>
  )
}
