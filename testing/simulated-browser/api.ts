import { portalOfPage } from '../../src/aws/portal'
import type { PortalCall } from '../../src/portal/portal-question'
import { answerCall } from '../portal/search-portal'
import type { Life } from './life'
import type { BrowserState, Items, SimulatedTab } from './state'

/** A script's effects on other scripts. */
export interface Hooks {
  changed(changes: object, area: string): void
  /** A page was opened in a tab. */
  opened(tab: number): void
}

/** A script or a function to run in a tab's page. */
interface Injection {
  readonly target: { readonly tabId: number }
  readonly files?: readonly string[]
  readonly args: readonly unknown[]
}

const extensionId = 'rolecall'
/** What the URLs of the extension's own pages begin with. */
export const extensionUrl = `chrome-extension://${extensionId}/`

/** Returns the browser's API as one script of the extension sees it, as far as the background script needs it. */
export function apiFor(life: Life, state: BrowserState, hooks: Hooks) {
  const call = life.call.bind(life)
  const tabOf = (id: number): SimulatedTab => {
    const tab = state.tabs.find(tab => tab.id === id)
    if (!tab) throw new Error(`No tab with id: ${id}.`)
    return tab
  }
  const leaveGroup = (ids: readonly number[], groupId: number) => {
    for (const id of ids) tabOf(id).groupId = groupId
    // A group disappears with its last tab.
    state.groups = state.groups.filter(({ id }) => state.tabs.some(tab => tab.groupId === id))
  }
  const area = (name: keyof BrowserState['areas']) => ({
    get: (keys: string | readonly string[] | null) =>
      call(`storage.${name}.get`, () => {
        const items = structuredClone(state.areas[name])
        if (keys === null) return items
        return Object.fromEntries([keys].flat().flatMap(key => (key in items ? [[key, items[key]]] : [])))
      }),
    set: (items: Items) => {
      // Like browsers, this drops what JSON leaves out.
      const copy = JSON.parse(JSON.stringify(items))
      return call(`storage.${name}.set`, () => {
        const all = JSON.stringify({ ...state.areas[name], ...copy })
        if (name === 'local' && all.length > state.room) throw new Error('QUOTA_BYTES quota exceeded')
        change(name, copy)
      })
    },
    remove: (keys: readonly string[]) =>
      call(`storage.${name}.remove`, () =>
        change(name, Object.fromEntries(keys.map(key => [key, undefined]))),
      ),
    onChanged: life.event(`storage.${name}.onChanged`),
  })
  const change = (name: keyof BrowserState['areas'], items: Items) => {
    const stored = state.areas[name]
    const changes: Record<string, object> = {}
    for (const [key, newValue] of Object.entries(items)) {
      const oldValue = stored[key]
      if (newValue === undefined) delete stored[key]
      else stored[key] = newValue
      if (JSON.stringify(oldValue) !== JSON.stringify(newValue)) changes[key] = { oldValue, newValue }
    }
    if (Object.keys(changes).length > 0) hooks.changed(changes, name)
  }

  /** What a portal's page returns for one of the two functions that run in it. */
  const inPortal = ({ url }: SimulatedTab, [origin, request]: readonly unknown[]) =>
    typeof origin === 'string'
      ? answerCall(state.portal, request as PortalCall, state.now)
      : { kind: 'page', origin: new URL(url).origin, links: [] }

  return {
    runtime: {
      id: extensionId,
      getURL: (path: string) => extensionUrl + path,
      onInstalled: life.event('installed'),
      onStartup: life.event('startup'),
      onMessage: life.event('message'),
      onMessageExternal: life.event('external message'),
    },
    i18n: { getMessage: (key: string) => (key === 'extension_language' ? 'en' : key) },
    storage: {
      local: area('local'),
      session: area('session'),
      sync: area('sync'),
      managed: area('managed'),
      onChanged: life.event('storage'),
    },
    alarms: {
      create: (name: string, { when }: { readonly when: number }) =>
        call('alarms.create', () => {
          state.alarms[name] = when
        }),
      get: (name: string) =>
        call('alarms.get', () => {
          const scheduledTime = state.alarms[name]
          return scheduledTime === undefined ? undefined : { name, scheduledTime }
        }),
      clear: (name: string) => call('alarms.clear', () => delete state.alarms[name]),
      onAlarm: life.event('alarm'),
    },
    permissions: {
      contains: ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
        call('permissions.contains', () =>
          [...origins, ...permissions].every(wanted => state.granted.includes(wanted)),
        ),
      getAll: () =>
        call('permissions.getAll', () => ({ origins: state.granted.filter(one => one.includes(':')) })),
      remove: ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
        call('permissions.remove', () => {
          state.granted = state.granted.filter(granted => ![...origins, ...permissions].includes(granted))
        }),
      onAdded: life.event('permission added'),
      onRemoved: life.event('permission removed'),
    },
    scripting: {
      getRegisteredContentScripts: ({ ids }: { readonly ids: readonly string[] }) =>
        call('scripting.getRegisteredContentScripts', () =>
          state.scripts.filter(id => ids.includes(id)).map(id => ({ id })),
        ),
      registerContentScripts: ([script]: readonly { readonly id: string }[]) =>
        call('scripting.registerContentScripts', () => {
          if (!script || state.scripts.includes(script.id)) throw new Error('Duplicate script ID.')
          state.scripts.push(script.id)
        }),
      unregisterContentScripts: ({ ids }: { readonly ids: readonly string[] }) =>
        call('scripting.unregisterContentScripts', () => {
          if (ids.some(id => !state.scripts.includes(id))) throw new Error('Nonexistent script ID.')
          state.scripts = state.scripts.filter(id => !ids.includes(id))
        }),
      executeScript: ({ target, files, args }: Injection) =>
        call('scripting.executeScript', () => {
          const tab = tabOf(target.tabId)
          if (files) tab.hasScript = true
          if (files) return [{}]
          return [{ result: portalOfPage(tab.url) ? inPortal(tab, args) : structuredClone(tab.facts) }]
        }),
    },
    action: {
      ...Object.fromEntries(
        ['setBadgeBackgroundColor', 'setBadgeTextColor', 'setBadgeText', 'setTitle'].map(name => [
          name,
          ({ tabId, title }: { readonly tabId: number; readonly title?: string }) =>
            call(`action.${name}`, () => {
              const tab = tabOf(tabId)
              if (title !== undefined) tab.title = title
            }),
        ]),
      ),
      openPopup: () =>
        call('action.openPopup', () => {
          if (state.refusesMenus) throw new Error('openPopup requires a user gesture')
          state.menus++
        }),
    },
    tabs: {
      get: (id: number) =>
        call('tabs.get', () => ({ ...tabOf(id), pinned: false, active: true, status: 'complete' })),
      query: () =>
        call('tabs.query', () => state.tabs.map(tab => ({ ...tab, pinned: false, incognito: false }))),
      sendMessage: (id: number) =>
        call('tabs.sendMessage', () => {
          if (!tabOf(id).hasScript) throw new Error('Could not establish connection.')
          state.told++
        }),
      create: ({ url }: { readonly url: string }) =>
        call('tabs.create', () => {
          const id = ++state.lastId
          state.tabs.push({ id, windowId: 1, groupId: -1, url, facts: {}, hasScript: false, title: '' })
          state.opened.push(url)
          hooks.opened(id)
          return { id }
        }),
      remove: (id: number) =>
        call('tabs.remove', () => {
          const { groupId } = tabOf(id)
          state.tabs = state.tabs.filter(tab => tab.id !== id)
          leaveGroup([], groupId)
        }),
      group: ({ tabIds, groupId }: { readonly tabIds: readonly number[]; readonly groupId?: number }) =>
        call('tabs.group', () => {
          const id = groupId ?? ++state.lastId
          const isThere = state.groups.some(group => group.id === id)
          if (groupId !== undefined && !isThere) throw new Error(`No group with id: ${groupId}.`)
          if (!isThere) state.groups.push({ id, windowId: 1, title: '', color: 'grey' })
          leaveGroup(tabIds, id)
          return id
        }),
      ungroup: (ids: readonly number[]) => call('tabs.ungroup', () => leaveGroup(ids, -1)),
      onRemoved: life.event('tab closed'),
      onUpdated: life.event('tab updated'),
    },
    tabGroups: {
      query: ({ windowId }: { readonly windowId: number }) =>
        call('tabGroups.query', () =>
          structuredClone(state.groups.filter(group => group.windowId === windowId)),
        ),
      update: (id: number, dress: { readonly title: string; readonly color: string }) =>
        call('tabGroups.update', () => {
          const group = state.groups.find(group => group.id === id)
          if (!group) throw new Error(`No group with id: ${id}.`)
          Object.assign(group, dress)
        }),
    },
  }
}
