import { browser } from './api'

/** The key that opens the menu, as the browser writes it; '' where the user has taken it away. */
export async function readShortcut(): Promise<string> {
  const commands = await browser.commands.getAll()
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? ''
}

/** Firefox has a function for it since version 137, Chromium a page. */
interface WithShortcutSettings {
  readonly openShortcutSettings?: () => Promise<void>
}

/** Opens the place where the browser lets the user change the key. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as WithShortcutSettings
  if (open) await open()
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
