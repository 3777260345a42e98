import { Icon } from './icon'

/** A magnifying glass. */
export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.2 13.2 4 4" />
  </Icon>
)

/** Two sliders. */
export const SettingsIcon = () => (
  <Icon>
    <path d="M3 6.5h7m5 0h2M3 13.5h2m5 0h7" />
    <circle cx="12.5" cy="6.5" r="2.3" />
    <circle cx="7.5" cy="13.5" r="2.3" />
  </Icon>
)

/** Two people. */
export const TeamIcon = () => (
  <Icon>
    <circle cx="7.5" cy="7" r="3" />
    <path d="M2 16.5c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 4.3a3 3 0 0 1 0 5.4m2 2.3c1.8.8 3 2.4 3 4.5" />
  </Icon>
)

/** An arrow that points down; CSS rotates it when something is expanded. */
export const ChevronIcon = () => (
  <Icon>
    <path d="m6 8 4 4 4-4" />
  </Icon>
)

/** A question mark in a circle. */
export const HelpIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5m0 2.2v.3" />
  </Icon>
)

/** An arrow into a door. */
export const PortalIcon = () => (
  <Icon>
    <path d="M8.5 3.5h7v13h-7M3.5 10h8m-2.7-2.8L11.6 10l-2.8 2.8" />
  </Icon>
)

export const PinIcon = () => (
  <Icon>
    <path d="M7.5 3.5h5l-.6 5 2.6 2.8h-9l2.6-2.8zM10 11.3v5.2" />
  </Icon>
)

/** A return arrow. */
export const SwitchBackIcon = () => (
  <Icon>
    <path d="M7.5 4 4 7.5 7.5 11M4.2 7.5h7.3a4.2 4.2 0 0 1 0 8.5H8" />
  </Icon>
)
