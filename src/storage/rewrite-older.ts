import { exclusively } from '../browser/exclusively'
import { configurationItem } from './configuration'
import { historyItem } from './history'
import { settingsItem } from './settings'
import { syncItem } from './sync/sync-item'

/** Writes what earlier versions of the extension stored in its current shape. What fails is tried again at the next start. */
export async function rewriteOlder(): Promise<void> {
  const items = [configurationItem, settingsItem, syncItem, historyItem]
  await exclusively(async () => {
    for (const item of items) await item.rewrite().catch(() => {})
  })
}
