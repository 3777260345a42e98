import { browser } from './api'
import { message } from './i18n'

/** What the toolbar button shows while a tab is in front. */
export interface Badge {
  /** Of its block, six hex digits. */
  readonly color: string
  /** The colour of text on it, six hex digits. */
  readonly ink: string
  /** A few characters in the block. */
  readonly text?: string | undefined
  /** What the button says when it is pointed at, and to who can't see it. */
  readonly title: string
}

/** Shows it on the toolbar button while the tab is in front; without one the button is as always. The browser takes it away with the page. */
export async function showBadge(tabId: number, badge: Badge | undefined): Promise<void> {
  const { action } = browser
  if (badge) {
    await action.setBadgeBackgroundColor({ tabId, color: `#${badge.color}` })
    await action.setBadgeTextColor({ tabId, color: `#${badge.ink}` })
  }
  await action.setBadgeText({ tabId, text: badge ? (badge.text ?? ' ') : '' })
  await action.setTitle({ tabId, title: badge ? badge.title : message('extension_action') })
}

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
