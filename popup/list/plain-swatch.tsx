import { textColorOn } from '../../src/lib/color'
import { monogram } from '../../src/lib/monogram'

interface PlainSwatchProps {
  readonly name: string
  readonly color: string | undefined
}

/** Two letters on the profile's color or, without one, on a pale hue that follows from its name. Hidden from screen readers. */
export function PlainSwatch({ name, color }: PlainSwatchProps) {
  const style =
    color === undefined
      ? { '--hue': hueOf(name) }
      : { background: `#${color}`, color: `#${textColorOn(color)}` }
  return (
    <span class={color === undefined ? 'swatch plain' : 'swatch'} style={style} aria-hidden="true">
      {monogram(name)}
    </span>
  )
}

/** Returns a hue, in degrees, that similar names rarely share. */
function hueOf(name: string): number {
  let hash = 0
  for (let index = 0; index < name.length; index++) hash = (hash * 31 + name.charCodeAt(index)) | 0
  return (Math.imul(hash, 0x9e3779b1) >>> 0) % 360
}
