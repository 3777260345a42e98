import type { Role } from '../../src/config/resolve/role'
import { lazily } from '../lazily'
import { PlainSwatch } from './plain-swatch'

const RoleImage = lazily(() => import('./role-image'), 'RoleImage', PlainSwatch)

/** The role's image, or its letters and color if it has none or the image isn't drawn. Hidden from screen readers. */
export function Swatch({
  role: { name, image, color },
}: {
  readonly role: Pick<Role, 'name' | 'image' | 'color'>
}) {
  const plain = { name, color }
  return image === undefined ? <PlainSwatch {...plain} /> : <RoleImage image={image} {...plain} />
}
