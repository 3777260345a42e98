import { useState } from 'preact/hooks'
import type { Role } from '../src/roles/role'

/** The role's image, or its colour where it has none or the image doesn't load. Says nothing to screen readers. */
export function Swatch({ role: { image, color } }: { readonly role: Pick<Role, 'image' | 'color'> }) {
  const [broken, setBroken] = useState<string>()
  if (image !== undefined && image !== broken) {
    return (
      <img
        class="swatch"
        src={image}
        alt=""
        decoding="async"
        referrerpolicy="no-referrer"
        onError={() => setBroken(image)}
      />
    )
  }
  const style = color === undefined ? undefined : { background: `#${color}` }
  return <span class={color === undefined ? 'swatch plain' : 'swatch'} style={style} />
}
