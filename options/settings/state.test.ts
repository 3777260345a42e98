import { describe, expect, it } from 'vitest'
import type { Settings } from '../../src/settings/settings'
import { initialSettings, reduceSettings, type SettingsAction, type SettingsState } from './state'

const settings: Settings = {
  hideAccountIds: false,
  images: true,
  onlyMatchingRoles: false,
  containers: false,
  openSessions: false,
  listSessions: false,
  marks: 'off',
  markUnknown: true,
  colorRegions: false,
  nameInTitle: false,
  groupTabs: false,
  signOutWithGroup: false,
  theme: 'system',
  order: 'file',
  density: 'comfortable',
  shell: 'platform',
  sync: true,
  log: false,
  logDays: '90',
  confirmGroups: [],
  confirmNameGroups: [],
  readerGroups: [],
}

function stateAfter(...actions: readonly SettingsAction[]): SettingsState {
  return actions.reduce(reduceSettings, initialSettings)
}

describe('settings', () => {
  it('take effect at once, and are undone if they can’t be saved', () => {
    const changed = stateAfter(
      { kind: 'settings-read', reading: { kind: 'value', value: settings } },
      { kind: 'settings-changed', settings: { ...settings, theme: 'dark' } },
    )
    expect(changed.chosen).toMatchObject({ value: { theme: 'dark' } })
    const kept = reduceSettings(changed, { kind: 'settings-not-saved', settings, message: 'full' })
    expect(kept.chosen).toMatchObject({ value: settings })
  })

  it('say which of them was saved last, each time anew', () => {
    const once = stateAfter({ kind: 'settings-saved', names: ['theme'] })
    expect(once.saved).toEqual({ names: ['theme'], count: 1 })
    expect(reduceSettings(once, { kind: 'settings-saved', names: ['theme'] }).saved?.count).toBe(2)
  })

  it('say what was refused until something else changes', () => {
    const refused = stateAfter({ kind: 'access-refused', what: 'hosts' })
    expect(refused.refused).toBe('hosts')
    expect(reduceSettings(refused, { kind: 'settings-changed', settings }).refused).toBeUndefined()
  })

  it('of a later version are left alone', () => {
    const state = stateAfter({ kind: 'settings-read', reading: { kind: 'newer', version: 2 } })
    expect(state.chosen).toEqual({ kind: 'newer' })
  })

  it('that can’t be read show the browser’s message', () => {
    expect(stateAfter({ kind: 'settings-unread', message: 'disk' }).chosen).toEqual({
      kind: 'failed',
      message: 'disk',
    })
  })

  it('stay the same while a policy, a permission and a shortcut arrive', () => {
    const read: SettingsAction = { kind: 'settings-read', reading: { kind: 'value', value: settings } }
    const policy = { locked: ['theme'], failures: [] } as const
    const access = { hosts: true, tabGroups: false, signIn: false }
    const late = stateAfter(
      read,
      { kind: 'policy-read', policy },
      { kind: 'access-read', access },
      { kind: 'shortcut-read', shortcut: 'Alt+R', pins: ['', 'Alt+2', ''] },
    )
    expect(late).toEqual({
      ...initialSettings,
      chosen: { kind: 'value', value: settings },
      policy,
      access,
      shortcut: 'Alt+R',
      pinShortcuts: ['', 'Alt+2', ''],
    })
  })
})
