import { type Badge, showBadge } from '../browser/action'
import { message } from '../browser/i18n'
import { activeTab } from '../browser/tabs'
import { askedLink, noteAsked } from './asked-links'
import { pressBadge } from './press-badge'

/** What the button shows while a link in the tab waits for a press. */
export function linkBadge(): Badge {
  return pressBadge(message('button_link'))
}

/** The active tab's menu shows the question of its link, so the button doesn't have to ask for a press anymore. */
export async function noteQuestionShown(): Promise<void> {
  const { id, url } = (await activeTab()) ?? {}
  if (id === undefined || url === undefined) return
  const asked = await askedLink(id, url)
  // First, because with marks the button gets their color back once this is stored.
  if (asked?.isWaiting) await showBadge(id, undefined)
  await noteAsked(id, url, false)
}
