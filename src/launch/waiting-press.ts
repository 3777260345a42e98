import type { Badge } from '../browser/action'
import { message } from '../browser/i18n'
import { askedLink } from './asked-links'
import { linkBadge } from './link-question'
import { onwardBadge, onwardOf } from './onward'

/** What waits in a tab for a press of the button. */
export interface WaitingPress {
  readonly badge: Badge
  /** The same in words, for the page's label. */
  readonly label: string
}

/** Returns what waits in the tab, which shows a page of the console: a link, or the rest of the way to a role. */
export async function waitingPress(tab: number, url: string): Promise<WaitingPress | undefined> {
  const onward = await onwardOf(tab)
  if (onward?.asked === 'button') {
    const label = message('mark_continueTo', onward.profiles.at(-1) ?? '')
    return { badge: onwardBadge(onward), label }
  }
  const asked = await askedLink(tab, url)
  return asked?.isWaiting ? { badge: linkBadge(), label: message('mark_link') } : undefined
}
