import { browser } from './api'
import { message } from './message'

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
