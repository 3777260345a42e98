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
 * Opens the menu over the active tab. Rejects if the browser can't: Chromium before 127, Firefox outside of the user's
 * action, or if no window is in front.
 */
export async function openMenu(): Promise<void> {
  await browser.action.openPopup()
}

/**
 * Opens the menu over the active tab of a window. Rejects if the browser can't, or if the window isn't in front or has a
 * menu already. Chromium needs no action of the user's for this since 127, and neither does Firefox 153, where it was tried.
 */
export async function openMenuOver(windowId: number): Promise<void> {
  await browser.action.openPopup({ windowId })
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
