import { consolePlace } from '../aws/console-place'
import { consolePatterns } from '../aws/partitions'
import { openMenu, showBadge } from '../browser/action'
import { onAlarm, setAlarm } from '../browser/background-events'
import { message } from '../browser/i18n'
import { hasOrigins } from '../browser/permissions'
import { onStorageChange } from '../browser/storage-change'
import { onTabClosed } from '../browser/tab-groups'
import { onTabStatus, tabNow } from '../browser/tabs'
import { oneAtATime } from '../lib/one-at-a-time'
import { currentOnward, forgetOnward, noteTry, type Onward, onwardItem } from './onward'
import { pressBadge } from './press-badge'

/** While it is set, a tab continues to something. It shows the badge even if this script was stopped when the page loaded. */
const onwardAlarm = 'onward'
const onwardCheckMs = 30_000

/**
 * Notices that a tab has loaded from which the menu continues to a role. With the console's hosts allowed, opens the menu
 * over it once it shows the console; else the button asks to be pressed after each page.
 */
export function registerOnward(): void {
  let stop: (() => void) | undefined
  // Tabs are only listened to while one of them matters, so that no other page wakes this script.
  const listen = () => {
    stop ??= onTabStatus((tab, status) => {
      if (status === 'complete') check(onward => onward.tab === tab).catch(() => {})
    })
  }
  const check = async (isAsked: (onward: Onward) => boolean) => {
    const { due, late } = await currentOnward()
    for (const { tab } of late) await showBadge(tab, undefined).catch(() => {})
    if (due.length === 0) {
      stop?.()
      stop = undefined
      return
    }
    listen()
    await setAlarm(onwardAlarm, onwardCheckMs)
    for (const onward of due) if (!onward.isHeld && isAsked(onward)) await askToContinue(onward)
  }
  listen()
  // What has started this script comes as an event.
  check(() => false).catch(() => {})
  const checkAll = () => void check(() => true).catch(() => {})
  onAlarm(
    onwardAlarm,
    onwardCheckMs,
    () => void setAlarm(onwardAlarm, onwardCheckMs).then(checkAll, checkAll),
  )
  const checkNew = oneAtATime(() => check(({ isTried }) => !isTried))
  onStorageChange(change => {
    // The page may have loaded before this was stored.
    if (change.isOf(onwardItem.place)) void checkNew().catch(() => {})
  })
  onTabClosed(tab => void forgetOnward(tab).catch(() => {}))
}

async function askToContinue({ tab, profiles, isTried }: Onward): Promise<void> {
  // A tab that was closed while this script was stopped.
  const now = await tabNow(tab).catch(() => undefined)
  if (!now) return forgetOnward(tab)
  if (!now.isLoaded) return
  if (await hasOrigins(...consolePatterns)) {
    if (now.url === undefined || !consolePlace(now.url)) return
    if (now.isInFront && !isTried) {
      await noteTry(tab)
      // Some browsers open it only after a press.
      const isOpen = await openMenu().then(
        () => true,
        () => false,
      )
      if (isOpen) return
    }
  }
  await showBadge(tab, pressBadge(message('button_continueTo', profiles.at(-1) ?? '')))
}
