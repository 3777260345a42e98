import type { Driver } from '../browsers/driver'

/** A group in the tab strip, with the hosts of its tabs. */
export interface GroupFacts {
  readonly title: string
  readonly color: string
  readonly hosts: readonly string[]
}

/** Returns the tab groups of all windows, according to the browser. */
export function tabGroups(driver: Driver): Promise<readonly GroupFacts[]> {
  return driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabGroups: {
          query(query: object): Promise<readonly { id: number; title: string; color: string }[]>
        }
        tabs: { query(query: object): Promise<readonly { groupId: number; url?: string }[]> }
      }
    }
    const [groups, tabs] = await Promise.all([chrome.tabGroups.query({}), chrome.tabs.query({})])
    return groups.map(({ id, title, color }) => ({
      title,
      color,
      hosts: tabs
        .filter(({ groupId }) => groupId === id)
        .map(({ url }) => new URL(url ?? 'about:blank').host),
    }))
  })
}

/** Returns how many tabs are in groups. This needs no permission. */
export function groupedTabs(driver: Driver): Promise<number> {
  return driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(query: object): Promise<readonly { groupId: number }[]> } }
    }
    return (await chrome.tabs.query({})).filter(({ groupId }) => groupId !== -1).length
  })
}

/** Takes all tabs out of the group, as a user does by dragging them, or with `close` closes it with its tabs. */
export async function undoGroup(driver: Driver, title: string, how: 'ungroup' | 'close'): Promise<void> {
  await driver.evaluateInBackground(
    async (title, how) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabGroups: { query(query: object): Promise<readonly { id: number }[]> }
          tabs: {
            query(query: object): Promise<readonly { id: number }[]>
            ungroup(ids: readonly number[]): Promise<void>
            remove(ids: readonly number[]): Promise<void>
          }
        }
      }
      const [group] = await chrome.tabGroups.query({ title })
      const ids = (await chrome.tabs.query({ groupId: group?.id })).map(({ id }) => id)
      await (how === 'close' ? chrome.tabs.remove(ids) : chrome.tabs.ungroup(ids))
    },
    title,
    how,
  )
}
