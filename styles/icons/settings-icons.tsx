import type { Diagnostic } from '../../src/config/parse/diagnostic'
import { Icon, type IconProps } from './icon'
import { AlertIcon, InfoIcon } from './panel-icons'

/** A cross in a circle, an exclamation mark in a triangle, an i in a circle: distinguished by shape, not by color alone. */
export function SeverityIcon({ severity }: { readonly severity: Diagnostic['severity'] }) {
  const Shape = severityIcons[severity]
  return <Shape kind={severity} />
}

/** A cross in a circle. */
const ErrorIcon = ({ kind }: Pick<IconProps, 'kind'>) => (
  <Icon kind={kind}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="m7.6 7.6 4.8 4.8m0-4.8-4.8 4.8" />
  </Icon>
)

const severityIcons = { error: ErrorIcon, warning: AlertIcon, info: InfoIcon } as const

/** A padlock. */
export function LockIcon() {
  return (
    <Icon>
      <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </Icon>
  )
}

/** A check mark. */
export const DoneIcon = () => (
  <Icon kind="done">
    <path d="m4.5 10.5 3.6 3.6 7.4-8" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Icon>
)

export const PlusIcon = () => (
  <Icon>
    <path d="M10 4.5v11M4.5 10h11" />
  </Icon>
)

/** An arrow into a tray. */
export const ImportIcon = () => (
  <Icon>
    <path d="M10 3v8.5m-3.2-3 3.2 3 3.2-3M4 13.5V16h12v-2.5" />
  </Icon>
)

/** An arrow out of a tray. */
export const ExportIcon = () => (
  <Icon>
    <path d="M10 11.5V3M6.8 6 10 3l3.2 3M4 13.5V16h12v-2.5" />
  </Icon>
)
