import { Icon, type IconProps } from './icon'

/** A triangle with an exclamation mark. */
export const AlertIcon = ({ kind }: Pick<IconProps, 'kind'>) => (
  <Icon kind={kind}>
    <path d="M10 3.2 2.6 16.3h14.8z" />
    <path d="M10 8.3v3.6m0 2v.3" />
  </Icon>
)

/** A circle with an i. */
export const InfoIcon = ({ kind }: Pick<IconProps, 'kind'>) => (
  <Icon kind={kind}>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M10 9.2v4.6m0-7.6v.3" />
  </Icon>
)

/** An arrow that points left. */
export const BackIcon = () => (
  <Icon>
    <path d="M11.5 5.5 7 10l4.5 4.5" />
  </Icon>
)

/** An arrow that leaves a box. */
export const OpenIcon = () => (
  <Icon>
    <path d="M11.5 4h4.5v4.5M15.6 4.4 9.5 10.5M8.5 4.5H4v11.5h11.5v-4.5" />
  </Icon>
)

/** Two sheets. */
export const CopyIcon = () => (
  <Icon>
    <path d="M7 7h9v9.5H7zM4 13V3.5h9" />
  </Icon>
)

/** Two links of a chain. */
export const LinkIcon = () => (
  <Icon>
    <path d="M8.2 11.8a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.2 3.2 0 0 0-4.6-4.6L9.6 5.8M11.8 8.2a3.2 3.2 0 0 0-4.6 0l-2.6 2.6a3.2 3.2 0 0 0 4.6 4.6l1.2-1.2" />
  </Icon>
)

/** A box with a tick. */
export const TickIcon = () => (
  <Icon>
    <path d="M4 4h12v12H4zM7 10l2.2 2.4L13.2 7.6" />
  </Icon>
)
