import type { PlainKey } from '../browser/i18n'

/** The commands for the first pinned roles, in their order, as in `manifest.json`, which gives them no keys. */
export const pinCommands: readonly { readonly name: string; readonly label: PlainKey }[] = [
  { name: 'pin-1', label: 'command_pin1' },
  { name: 'pin-2', label: 'command_pin2' },
  { name: 'pin-3', label: 'command_pin3' },
]
