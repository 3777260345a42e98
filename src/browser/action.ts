import { browser } from './api'
import { message } from './i18n'

/** What the toolbar button shows while a tab is active. */
export interface Badge {
  /** Background color, six hex digits. */
  readonly color: string
  /** Text color, six hex digits. */
  readonly ink: string
  /** A few characters to show. */
  readonly text?: string | undefined
  /** The button's tooltip and accessible name. */
  readonly title: string
}

/**
 * Shows the badge on the toolbar button while the tab is active, or resets the button if undefined. The browser removes the
 * badge when the page changes.
 */
export async function showBadge(tabId: number, badge: Badge | undefined): Promise<void> {
  const { action } = browser
  if (badge) {
    await action.setBadgeBackgroundColor({ tabId, color: `#${badge.color}` })
    await action.setBadgeTextColor({ tabId, color: `#${badge.ink}` })
  }
  await action.setBadgeText({ tabId, text: badge ? (badge.text ?? ' ') : '' })
  await action.setTitle({ tabId, title: badge ? badge.title : message('extension_action') })
}

/**
 * Opens the menu over the active tab of a window, by default the last one in use. Rejects if the browser can't, or if the
 * window isn't in front or has a menu already. Chromium before 127 opens it only during an action of the user's. MDN says
 * the same of Firefox, but Firefox 153 opened it without one when this was tried.
 */
export async function openMenu(windowId?: number): Promise<void> {
  await browser.action.openPopup(windowId === undefined ? undefined : { windowId })
}

/** Returns the keyboard shortcut of each command, as the browser writes it; '' if it has none. */
export async function readShortcuts(): Promise<ReadonlyMap<string, string>> {
  const commands = await browser.commands.getAll()
  return new Map(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]))
}

/** Firefox has a function for this since version 137; Chromium has a page. */
interface WithShortcutSettings {
  readonly openShortcutSettings?: () => Promise<void>
}

export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as WithShortcutSettings
  if (open) await open()
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}

/** Whether the user has pinned Rolecall's button to the toolbar; undefined if the browser doesn't say. */
export async function isPinnedToToolbar(): Promise<boolean | undefined> {
  // webextension-polyfill's types don't have it. Source: MDN, “action.getUserSettings()”: Chrome 91, Firefox 127.
  const { getUserSettings } = browser.action as {
    getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean }>
  }
  return (await getUserSettings?.call(browser.action))?.isOnToolbar
}
