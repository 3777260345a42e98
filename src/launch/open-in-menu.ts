import { openMenu, showBadge } from '../browser/action'
import { message } from '../browser/i18n'
import { activeTab } from '../browser/tabs'
import { type Chosen, leaveChoice, type PendingChoice } from './pending-choice'
import { pressBadge } from './press-badge'

/** A tab, as the browser sees it. */
interface Seen {
  readonly active: boolean
  readonly windowId?: number | undefined
}

/**
 * Opens the menu, which carries the choice out as if it had been made there: with its questions, its sentences and its
 * access to the page. Call it synchronously in the listener of the user's action, since Firefox opens the menu only then.
 * If the browser can't open it, the button asks to be pressed.
 */
export async function openInMenu(chosen: Chosen, how: PendingChoice['how']): Promise<void> {
  // Not one after the other, because of Firefox. The menu reads the choice later than this call writes it.
  const [left, opened] = await Promise.allSettled([leaveChoice({ chosen, how }), openMenu()])
  if (opened.status === 'fulfilled' && left.status === 'fulfilled') return
  const tab = await activeTab()
  if (tab) await askForPress(tab.id, chosen, how)
}

/**
 * Opens the menu over the tab by itself, if the tab is in front. Returns whether that worked: some browsers open it only
 * after a press.
 */
export async function opensOver({ active, windowId }: Seen): Promise<boolean> {
  if (!active) return false
  try {
    await openMenu(windowId)
    return true
  } catch {
    // The button asks for a press instead.
    return false
  }
}

/** Leaves the choice for the menu of this tab, whose button asks to be pressed. */
export async function askForPress(tab: number, chosen: Chosen, how: PendingChoice['how']): Promise<void> {
  await leaveChoice({ chosen, how, tab })
  await showBadge(tab, pressBadge(message('button_continue')))
}
