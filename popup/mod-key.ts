const isMac = /Mac/.test(globalThis.navigator?.platform)

/** What the user's keyboard has for `Mod` in `shortcutOf`. */
export const modKey = isMac ? '⌘' : 'Ctrl'
