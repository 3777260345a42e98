import { Icon } from './icons'

/** A triangle with an exclamation mark. */
export const AlertIcon = () => (
  <Icon>
    <path d="M10 3.2 2.6 16.3h14.8z" />
    <path d="M10 8.3v3.6m0 2v.3" />
  </Icon>
)

/** A circle with an i. */
export const InfoIcon = () => (
  <Icon>
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
