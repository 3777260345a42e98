import { onInstall } from '../browser/background-events'
import { isInstalledByAdministrator } from '../browser/runtime'
import { storedItem, valueIn } from '../browser/stored-item'
import { openPage } from '../browser/tabs'
import { listItem } from '../storage/list-item'

/** Whether the page was opened. Firefox reports each start of a temporary extension as an installation. */
const openedItem = storedItem<boolean>({
  key: 'firstPageOpened',
  area: 'local',
  version: 1,
  default: false,
  check: stored => (typeof stored === 'boolean' ? stored : undefined),
})

/**
 * Opens the settings, with the first run, once after the user has installed the extension. Opens nothing if there is a list
 * already, or if an administrator installed the extension, maybe on thousands of computers.
 */
export function registerFirstPage(): void {
  onInstall(reason => {
    // If this fails, the menu still leads to the settings.
    if (reason === 'install') openOnce().catch(() => {})
  })
}

async function openOnce(): Promise<void> {
  if (valueIn(await openedItem.get()) !== false || valueIn(await listItem.get()) !== '') return
  if (await isInstalledByAdministrator()) return
  await openedItem.set(true)
  // Not `openOptions`: Chromium would put the page in place of an empty tab.
  await openPage('/options/index.html')
}
