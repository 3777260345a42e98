import { describe, expect, it, vi } from 'vitest'
import { defaultSettings, type SettingName, type Settings } from '../../src/settings/settings'
import { isOn, turned, withAccess, withoutAccess } from './console-access'

vi.mock('../../src/browser/api', () => ({ browser: { storage: {} } }))

const none = { hosts: false, tabGroups: false }
const all = { hosts: true, tabGroups: true }

function settings(...on: readonly SettingName[]): Settings {
  return { ...defaultSettings, ...Object.fromEntries(on.map(name => [name, true])) }
}

describe("a setting of the console's panel", () => {
  it('is on only if the user allows what it needs', () => {
    const chosen = settings('markTabs', 'groupTabs')
    expect(isOn('markTabs', { access: none, settings: chosen })).toBe(false)
    expect(isOn('markTabs', { access: { hosts: true, tabGroups: false }, settings: chosen })).toBe(true)
    expect(isOn('groupTabs', { access: { hosts: true, tabGroups: false }, settings: chosen })).toBe(false)
    expect(isOn('groupTabs', { access: all, settings: chosen })).toBe(true)
  })

  it('asks for what it needs when it is turned on', () => {
    const now = { access: none, settings: settings() }
    expect(turned('markPages', true, now).access).toEqual({ hosts: true, tabGroups: false })
    expect(turned('groupTabs', true, now).access).toEqual(all)
    expect(turned('openSessions', true, now).access).toEqual({ hosts: true, tabGroups: false })
  })

  it('gives back what nothing else needs when it is turned off', () => {
    const alone = { access: all, settings: settings('groupTabs') }
    expect(turned('groupTabs', false, alone).access).toEqual(none)
    const other = { access: all, settings: settings('groupTabs', 'markTabs') }
    expect(turned('groupTabs', false, other).access).toEqual({ hosts: true, tabGroups: false })
    const kept = { access: all, settings: settings('markTabs', 'openSessions') }
    expect(turned('markTabs', false, kept).access).toEqual(all)
  })

  it('goes off with the access', () => {
    const now = { access: all, settings: settings('openSessions', 'markTabs', 'markPages', 'groupTabs') }
    const { access, settings: after } = withoutAccess(now)
    expect(access).toEqual(none)
    expect(after).toEqual({
      ...now.settings,
      openSessions: false,
      markTabs: false,
      markPages: false,
      groupTabs: false,
    })
  })

  it('isn’t turned on by the access, except that open sessions are found', () => {
    expect(withAccess({ access: none, settings: settings() })).toEqual({
      access: { hosts: true, tabGroups: false },
      settings: settings('openSessions'),
    })
  })

  it('leaves the access alone if it needs none', () => {
    const now = { access: all, settings: settings('groupTabs') }
    expect(turned('signOutWithGroup', true, now)).toEqual({
      access: all,
      settings: { ...now.settings, signOutWithGroup: true },
    })
  })
})
