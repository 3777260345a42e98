import type { ComponentChildren } from 'preact'

export interface IconProps {
  /** Additional classes. */
  readonly kind?: string | undefined
  readonly children: ComponentChildren
}

/** A drawing of 20 by 20 units in the text color. */
export function Icon({ kind, children }: IconProps) {
  return (
    <svg class={kind === undefined ? 'icon' : `icon ${kind}`} viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  )
}
