import type { ComponentChildren } from 'preact'
import type { Diagnostic } from '../../src/config/parse/diagnostic'

/** A cross in a circle, an exclamation mark in a triangle, an i in a circle: distinguished by shape, not by color alone. */
export function SeverityIcon({ severity }: { readonly severity: Diagnostic['severity'] }) {
  return <Icon name={`severity ${severity}`}>{severityShapes[severity]}</Icon>
}

const severityShapes = {
  error: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="m7.6 7.6 4.8 4.8m0-4.8-4.8 4.8" />
    </>
  ),
  warning: (
    <>
      <path d="M10 3.2 2.6 16.3h14.8z" />
      <path d="M10 8.3v3.6m0 2v.3" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M10 9.2v4.6m0-7.6v.3" />
    </>
  ),
} as const

/** A padlock. */
export function LockIcon() {
  return (
    <Icon name="lock">
      <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </Icon>
  )
}

/** A door with an arrow into it. */
export const PortalIcon = () => (
  <Icon name="portal">
    <path d="M11 3.5h4a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-4" />
    <path d="M3.5 10h8m-3-3.2 3.2 3.2-3.2 3.2" />
  </Icon>
)

/** A check mark. */
export const DoneIcon = () => (
  <Icon name="done">
    <path d="m4.5 10.5 3.6 3.6 7.4-8" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon name="close">
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Icon>
)

/** A question mark in a circle. */
export const HelpIcon = () => (
  <Icon name="help">
    <circle cx="10" cy="10" r="7.2" />
    <path d="M7.9 8a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4m0 2.2v.3" />
  </Icon>
)

/** An i in a circle. */
export const InfoIcon = () => <Icon name="more">{severityShapes.info}</Icon>

export const PlusIcon = () => (
  <Icon name="plus">
    <path d="M10 4.5v11M4.5 10h11" />
  </Icon>
)

/** An arrow into a tray. */
export const ImportIcon = () => (
  <Icon name="import">
    <path d="M10 3v8.5m-3.2-3 3.2 3 3.2-3M4 13.5V16h12v-2.5" />
  </Icon>
)

/** An arrow out of a tray. */
export const ExportIcon = () => (
  <Icon name="export">
    <path d="M10 11.5V3M6.8 6 10 3l3.2 3M4 13.5V16h12v-2.5" />
  </Icon>
)

/** An arrow down, of what opens below. */
export const OpenIcon = () => (
  <Icon name="open">
    <path d="m6 8 4 4 4-4" />
  </Icon>
)

function Icon({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  )
}
