import { consolePlace } from '../aws/console-place'
import { consolePatterns } from '../aws/partitions'
import { showBadge } from '../browser/action'
import { onAlarm, setAlarm } from '../browser/background-events'
import { hasOrigins } from '../browser/permissions'
import { onStorageChange } from '../browser/storage-areas'
import { onTabClosed } from '../browser/tab-groups'
import { onTabStatus, tabAnswer } from '../browser/tabs'
import { inTurn } from '../lib/in-turn'
import { currentOnward, forgetOnward, noteOnwardAsked, type Onward, onwardBadge, onwardItem } from './onward'
import { opensOver } from './open-in-menu'

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
      // A menu that opens by itself may be open already: the alarm finds out if it was closed too soon.
      if (status === 'complete') check(onward => onward.tab === tab && onward.asked !== 'menu')
    })
  }
  const checkNow = async (isAsked: (onward: Onward) => boolean) => {
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
  // A tab may load, and its onward be stored, at the same time.
  const oneByOne = inTurn()
  const check = (isAsked: (onward: Onward) => boolean) =>
    void oneByOne(() => checkNow(isAsked)).catch(() => {})
  listen()
  // What has started this script comes as an event.
  check(() => false)
  const checkAll = () => check(() => true)
  onAlarm(
    onwardAlarm,
    onwardCheckMs,
    () => void setAlarm(onwardAlarm, onwardCheckMs).then(checkAll, checkAll),
  )
  onStorageChange(change => {
    // The page may have loaded before this was stored.
    if (change.isOf(onwardItem.place)) check(({ asked }) => asked === undefined)
  })
  onTabClosed(tab => void forgetOnward(tab).catch(() => {}))
}

async function askToContinue(onward: Onward): Promise<void> {
  const { tab, asked } = onward
  // A tab that was closed while this script was stopped.
  const [shown] = await tabAnswer(tab).catch(() => [])
  if (!shown) return forgetOnward(tab)
  if (shown.status !== 'complete') return
  if (await hasOrigins(...consolePatterns)) {
    if (shown.url === undefined || !consolePlace(shown.url)) return
    if (asked === undefined) {
      // First, so that the menu opens by itself only once. It forgets what it continues to.
      await noteOnwardAsked(tab, 'menu')
      if (await opensOver(shown)) return
    }
  }
  await showBadge(tab, onwardBadge(onward))
  await noteOnwardAsked(tab, 'button')
}
